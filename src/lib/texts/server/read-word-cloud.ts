import type { Context } from '#lib/server/context.ts';
import { countWords, type CountedWord } from '../word-cloud.ts';
import { listReleasedTexts } from './list-released-texts.ts';
import { readLeastTexts } from './list-themes.ts';
import { readTextsRevision } from './read-texts-revision.ts';

interface Kept {
	revision: number;
	words: CountedWord[];
}

const kept = new WeakMap<Context['db'], Map<string, Kept>>();
const mostKept = 100;

function keptFor(db: Context['db']): Map<string, Kept> {
	const found = kept.get(db) ?? new Map<string, Kept>();
	kept.set(db, found);
	return found;
}

/**
 * The words of a dialogue's released texts that stand in enough of them (see leastTexts), the commonest first. Forms of
 * a word count as one. Counted anew only when the texts have changed.
 * @throws AppError `not-found` when there is no such dialogue
 */
export async function readWordCloud(
	ctx: Pick<Context, 'db'>,
	{ dialogueId }: { dialogueId: string }
): Promise<CountedWord[]> {
	const least = await readLeastTexts(ctx, dialogueId);
	const revision = await readTextsRevision(ctx, dialogueId);
	const memory = keptFor(ctx.db);
	const known = memory.get(dialogueId);
	if (known?.revision === revision) return known.words;
	const texts = await listReleasedTexts(ctx, { dialogueId });
	const words = countWords(
		texts.map(({ text }) => text),
		{ least }
	);
	const oldest = memory.size >= mostKept ? memory.keys().next().value : undefined;
	if (oldest !== undefined) memory.delete(oldest);
	memory.set(dialogueId, { revision, words });
	return words;
}
