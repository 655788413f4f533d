import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import type { Context } from '#lib/server/context.ts';
import { leastTexts } from '../moderation.ts';
import { selectThemeCounts, selectThemes } from './theme-store.ts';

/** A theme of released texts that may be shown and used as evidence. */
export interface Theme {
	id: string;
	name: string;
	/** Released texts that belong to it. */
	count: number;
}

/** In how many released texts a theme or a word of a dialogue must stand, see leastTexts. */
export async function readLeastTexts(ctx: Pick<Context, 'db'>, dialogueId: string): Promise<number> {
	const dialogue = await readDialogue(ctx, dialogueId);
	return leastTexts(dialogue.settings, await readQuestionnaire(ctx, dialogue));
}

/**
 * The themes of a dialogue that enough released texts belong to, the largest first; smaller ones are nobody's business,
 * so neither name nor number is among them.
 * @throws AppError `not-found` when there is no such dialogue
 */
export async function listThemes(
	ctx: Pick<Context, 'db'>,
	{ dialogueId }: { dialogueId: string }
): Promise<Theme[]> {
	const least = await readLeastTexts(ctx, dialogueId);
	const counts = await selectThemeCounts(ctx.db, dialogueId);
	return (await selectThemes(ctx.db, dialogueId))
		.map(({ id, name }) => ({ id, name, count: counts.get(id) ?? 0 }))
		.filter(({ count }) => count >= least)
		.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'sv'));
}
