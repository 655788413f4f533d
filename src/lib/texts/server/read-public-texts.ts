import type { Context } from '#lib/server/context.ts';
import type { CountedWord } from '../word-cloud.ts';
import { listReleasedTexts, type ReleasedText } from './list-released-texts.ts';
import { listThemes, readLeastTexts, type Theme } from './list-themes.ts';
import { readWordCloud } from './read-word-cloud.ts';

/** How many texts stand on the page of results; the rest have a page of their own. */
const onResults = 8;

/** What everybody may read of a dialogue's own words. */
export interface PublicTexts {
	/** All that are released. */
	count: number;
	/** Some of them. */
	texts: Pick<ReleasedText, 'id' | 'text'>[];
	themes: Theme[];
	words: CountedWord[];
	/** In how many texts a theme or a word stands at least. */
	least: number;
}

/**
 * The own words of a dialogue for its page of results: some texts, the themes and the words that many used.
 * @returns null while nothing is released
 * @throws AppError `not-found` when there is no such dialogue
 */
export async function readPublicTexts(
	ctx: Pick<Context, 'db'>,
	{ dialogueId }: { dialogueId: string }
): Promise<PublicTexts | null> {
	const all = await listReleasedTexts(ctx, { dialogueId });
	if (all.length === 0) return null;
	return {
		count: all.length,
		texts: all.slice(0, onResults).map(({ id, text }) => ({ id, text })),
		themes: await listThemes(ctx, { dialogueId }),
		words: await readWordCloud(ctx, { dialogueId }),
		least: await readLeastTexts(ctx, dialogueId)
	};
}
