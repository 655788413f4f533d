import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { Context } from '#lib/server/context.ts';
import { channelParts } from '../representativeness.ts';

/**
 * How sealed answers came in, in parts of at least as many as the dialogue's least block: small channels are counted
 * together. Null while no such parts can be made.
 */
export async function readChannelMix(
	ctx: Pick<Context, 'db'>,
	{ id, settings }: Pick<Dialogue, 'id' | 'settings'>
): Promise<{ channels: string[]; sheets: number }[] | null> {
	const counts = await ctx.db
		.selectFrom('channelCount')
		.select(['channel', 'sheets'])
		.where('dialogueId', '=', id)
		.execute();
	return channelParts(counts, settings.crowd);
}
