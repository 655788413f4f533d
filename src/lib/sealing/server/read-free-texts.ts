import { requirePermission } from '../../accounts/server/require-permission.ts';
import { readDialogue } from '../../dialogues/server/read-dialogue.ts';
import type { Context } from '../../server/context.ts';
import { selectFreeTexts } from './block-store.ts';
import { curtainOf } from './curtain.ts';

/** A sealed text, with nothing beside it but the question it answers. */
export interface FreeText {
	id: string;
	questionKey: string;
	text: string;
}

const portion = 500;

/**
 * The only way to what people wrote in their own words, for the staff who read it before anybody else does.
 * @param input.ids of the texts that are wanted; unknown ones and those of other dialogues are left out
 * @returns them in the order of the ids
 * @throws AppError `not-found` when there is no such dialogue, or without `texts.read` in its place
 */
export async function readFreeTexts(
	ctx: Pick<Context, 'db' | 'actor' | 'vault'>,
	{ dialogueId, ids }: { dialogueId: string; ids: readonly string[] }
): Promise<FreeText[]> {
	const { placeCode } = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'texts.read', placeCode);
	const scope = { dialogueId, curtain: curtainOf(ctx, dialogueId) };
	const found = new Map<string, FreeText>();
	for (let start = 0; start < ids.length; start += portion)
		for (const text of await selectFreeTexts(ctx.db, scope, ids.slice(start, start + portion)))
			found.set(text.id, text);
	return ids.flatMap((id) => found.get(id) ?? []);
}
