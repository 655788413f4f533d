import type { Context } from '#lib/server/context.ts';
import { readPlacePath } from './read-place-path.ts';
import { selectSettings, settingsOf } from './settings-store.ts';

/**
 * The sites that may show boxes of a place's dialogues: those of the place itself or, where it has saved no settings, of
 * the nearest place above that has.
 */
export async function readEmbedOrigins(ctx: Pick<Context, 'db'>, placeCode: string): Promise<string[]> {
	for (const code of await readPlacePath(ctx, placeCode)) {
		const saved = await selectSettings(ctx.db, code);
		if (saved) return settingsOf(saved).embedOrigins;
	}
	return [];
}
