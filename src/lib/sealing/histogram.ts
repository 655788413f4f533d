import type { AnswerValue, Question } from '#lib/questionnaire/question.ts';
import { chosenOptions } from '#lib/questionnaire/question-kinds.ts';

/** How the sheets of a block, or of a sum of blocks, answered one question. */
export interface Histogram {
	/** Sheets in all, answered or not. */
	sheets: number;
	/** Sheets without an answer, also when the question was not asked. */
	skipped: number;
	/** Sheets per option: chosen, or among the ranked. Empty for a text. An option that nobody chose is left out. */
	counts: Record<string, number>;
	/** Rankings only: sheets per option ranked first. */
	first?: Record<string, number>;
	/**
	 * Never published; left out where every sheet is cover. Per option, `noAnswer` and `anyText`: sheets that
	 * answered otherwise and whose source sent no other, see `histogramOf`.
	 */
	cover?: Record<string, number>;
}

/** In `cover`: a sheet without an answer. */
export const noAnswer = '';

/** In `cover`: a text, whatever it says. */
export const anyText = '*';

/** The histogram of no sheets. */
export const emptyHistogram = (): Histogram => ({ sheets: 0, skipped: 0, counts: {} });

/** Sheets with an answer. */
export const answeredIn = (histogram: Histogram): number => histogram.sheets - histogram.skipped;

function sumCounts(a: Record<string, number> = {}, b: Record<string, number> = {}): Record<string, number> {
	const sum = { ...a };
	for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
	return sum;
}

/** The histogram of the sheets of both. Histograms are never changed in place. */
export function sumHistograms(a: Histogram, b: Histogram): Histogram {
	if (a.sheets === 0) return b;
	return {
		sheets: a.sheets + b.sheets,
		skipped: a.skipped + b.skipped,
		counts: sumCounts(a.counts, b.counts),
		...((a.first ?? b.first) && { first: sumCounts(a.first, b.first) }),
		...((a.cover ?? b.cover) && { cover: sumCounts(a.cover, b.cover) })
	};
}

/** The histogram as it may be published: without what is known about sources. */
export function withoutSources(histogram: Histogram): Histogram {
	const { sheets, skipped, counts, first } = histogram;
	return { sheets, skipped, counts, ...(first && { first }) };
}

/**
 * One block's answers to a question, `undefined` for a sheet without. `sources` names each sheet's source: null when
 * it is forgotten, or known to have sent more sheets than the block shows. One person who sends many sheets knows
 * them all, so only a sheet that is the only one of its source is cover for others. It is left out where every sheet
 * is known to be another person's.
 */
export function histogramOf(
	question: Question,
	answers: readonly (AnswerValue | undefined)[],
	sources?: readonly (string | null)[]
): Histogram {
	const histogram = countAnswers(question, answers);
	if (!sources) return histogram;
	const sent = new Map<string | null, number>([[null, 2]]);
	for (const source of sources) sent.set(source, (sent.get(source) ?? 0) + 1);
	const alone = answers.filter((_, index) => sent.get(sources[index] ?? null) === 1);
	const counted = alone.length === answers.length ? histogram : countAnswers(question, alone);
	return { ...histogram, cover: coverIn(counted, question) };
}

function countAnswers(question: Question, answers: readonly (AnswerValue | undefined)[]): Histogram {
	const histogram = emptyHistogram();
	if (question.kind === 'ranking') histogram.first = {};
	for (const answer of answers) {
		histogram.sheets++;
		if (answer === undefined) {
			histogram.skipped++;
			continue;
		}
		const { chosen, first } = chosenOptions(question, answer);
		for (const key of chosen.length > 1 ? new Set(chosen) : chosen) increase(histogram.counts, key);
		if (histogram.first && first !== undefined) increase(histogram.first, first);
	}
	return histogram;
}

const increase = (counts: Record<string, number>, key: string) => (counts[key] = (counts[key] ?? 0) + 1);

/** What these sheets are cover for. A blank one is none for an option, as it may be known who answered. */
function coverIn(alone: Histogram, question: Question): Record<string, number> {
	const answered = answeredIn(alone);
	const cover: Record<string, number> = { [noAnswer]: answered };
	if (question.kind === 'text') cover[anyText] = alone.skipped;
	for (const { key } of question.options) cover[key] = answered - (alone.counts[key] ?? 0);
	return cover;
}
