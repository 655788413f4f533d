import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { BackgroundQuestion } from '#lib/questionnaire/question.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { parseFilter, filterQuery, type ResultFilter } from '#lib/results/filter.ts';
import { readRelease } from '#lib/results/server/read-releases.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import type { Context } from '#lib/server/context.ts';
import type { Evidence } from '../evidence.ts';
import type { ResultInput } from '../evidence-input.ts';
import { resultEvidence, type FilterWord } from '../result-evidence.ts';
import { selectionOf } from '../selection.ts';

/** Evidence that has no id and no day yet. */
export type Taken = Omit<Evidence, 'id' | 'withdrawn' | 'takenOn'>;

const wordsOf = (filter: ResultFilter, background: readonly BackgroundQuestion[]): FilterWord[] =>
	background
		.filter(({ key }) => filter[key])
		.map(({ key, text, options }) => ({
			dimension: key,
			text: inLanguage(text, 'sv'),
			options: options
				.filter((option) => filter[key]!.includes(option.key))
				.map((option) => inLanguage(option.text, 'sv'))
		}));

async function addressOf(ctx: Pick<Context, 'db'>, dialogue: Dialogue, query: string): Promise<string> {
	const { slug } = await readPlace(ctx, dialogue.placeCode);
	const page = slug ? `/${slug}/dialog/${dialogue.slug}/resultat` : `/d/${dialogue.code}`;
	return query === '' ? page : `${page}?${query}`;
}

/**
 * The latest release of a dialogue's question as evidence, through the one gate to numbers.
 * @returns undefined when it may not be shown
 * @throws AppError `not-found` for an unknown dialogue
 */
export async function freezeResult(ctx: Context, input: ResultInput): Promise<Taken | undefined> {
	const dialogue = await readDialogueByCode(ctx, input.dialogueCode);
	const { background } = await readQuestionnaire(ctx, dialogue);
	const asked = new URLSearchParams(
		Object.entries(input.filter).map(([key, options]) => [key, options.join(',')])
	);
	const filter = parseFilter(asked, background);
	const result = await readResults(ctx, { dialogue, filter, language: 'sv' });
	const { code, title, kind, opensOn, lastDay } = dialogueView(dialogue, 'sv');
	const { name: placeName } = await readPlace(ctx, dialogue.placeCode);
	const made = resultEvidence({
		result,
		questionKey: input.questionKey,
		optionKey: input.optionKey,
		dialogue: { code, title, kind, opensOn, lastDay, placeName },
		filter: wordsOf(filter, background)
	});
	const release = made && (await readRelease(ctx, { dialogue, seq: result.seq }));
	if (!made || !release) return undefined;
	return {
		placeCode: dialogue.placeCode,
		kind: 'result',
		statement: input.statement ?? made.statement,
		figure: made.figure,
		n: made.n,
		day: release.day,
		selection: selectionOf(dialogue),
		source: title,
		href: await addressOf(ctx, dialogue, filterQuery(filter)),
		seq: made.seq,
		frozen: made.frozen,
		about: { dialogueCode: code, questionKey: input.questionKey, optionKey: input.optionKey }
	};
}
