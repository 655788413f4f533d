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
	 * Never published; only where answers are told apart by source. Per option (for a text: per `''`), how many
	 * sources answered otherwise, one of them left out in every block: it may belong to somebody who answers
	 * many times.
	 */
	others?: Record<string, number>;
}

/** The histogram of no sheets. */
export const emptyHistogram = (): Histogram => ({ sheets: 0, skipped: 0, counts: {} });

/** Sheets with an answer. */
export const answeredIn = (histogram: Histogram): number => histogram.sheets - histogram.skipped;

function sumCounts(a: Record<string, number> = {}, b: Record<string, number> = {}): Record<string, number> {
	const sum = { ...a };
	for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
	return sum;
}

/** The histogram of the sheets of both; the parameters are left as they are. */
export function sumHistograms(a: Histogram, b: Histogram): Histogram {
	return {
		sheets: a.sheets + b.sheets,
		skipped: a.skipped + b.skipped,
		counts: sumCounts(a.counts, b.counts),
		...((a.first ?? b.first) && { first: sumCounts(a.first, b.first) }),
		...((a.others ?? b.others) && { others: sumCounts(a.others, b.others) })
	};
}

/** The histogram as it may be published: without what is known about sources. */
export function withoutSources(histogram: Histogram): Histogram {
	const { sheets, skipped, counts, first } = histogram;
	return { sheets, skipped, counts, ...(first && { first }) };
}

/** One block's answers to a question. `undefined` is a sheet without an answer. */
export function histogramOf(
	question: Question,
	answers: readonly (AnswerValue | undefined)[],
	sources?: readonly (string | null)[]
): Histogram {
	const histogram = emptyHistogram();
	if (question.kind === 'ranking') histogram.first = {};
	const add = (counts: Record<string, number>, key: string) => (counts[key] = (counts[key] ?? 0) + 1);
	for (const answer of answers) {
		histogram.sheets++;
		if (answer === undefined) {
			histogram.skipped++;
			continue;
		}
		const { chosen, first } = chosenOptions(question, answer);
		for (const key of new Set(chosen)) add(histogram.counts, key);
		if (histogram.first && first !== undefined) add(histogram.first, first);
	}
	return sources ? { ...histogram, others: othersPerOption(question, answers, sources) } : histogram;
}

/** Per option, the number of sources with a sheet that answered otherwise, less one. `null` is an unknown source. */
function othersPerOption(
	question: Question,
	answers: readonly (AnswerValue | undefined)[],
	sources: readonly (string | null)[]
): Record<string, number> {
	const options = question.kind === 'text' ? [''] : question.options.map((option) => option.key);
	const without = new Map(options.map((option) => [option, new Set<string>()]));
	for (const [index, answer] of answers.entries()) {
		const source = sources[index];
		if (source === undefined || source === null) continue;
		for (const option of otherOptions(question, answer)) without.get(option)?.add(source);
	}
	return Object.fromEntries(options.map((option) => [option, Math.max(0, without.get(option)!.size - 1)]));
}

/** The options that a sheet speaks against. For a text, `''` stands for having written one. */
function otherOptions(question: Question, answer: AnswerValue | undefined): string[] {
	if (question.kind === 'text') return answer === undefined ? [''] : [];
	if (answer === undefined) return [];
	const { chosen } = chosenOptions(question, answer);
	return question.options.map((option) => option.key).filter((key) => !chosen.includes(key));
}
