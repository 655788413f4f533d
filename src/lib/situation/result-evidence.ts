import { formatPercent } from '#lib/format/percent.ts';
import type { DialogueView } from '#lib/dialogues/dialogue-view.ts';
import type { PublicResult, ResultOption, ResultQuestion } from '#lib/results/public-result.ts';
import type { Evidence } from './evidence.ts';

/** Whose answers a result shows, in words: "Område: Tingvalla". */
export interface FilterWord {
	dimension: string;
	text: string;
	options: string[];
}

/** A result as evidence keeps it: whole, so that it stands when the dialogue's answers are gone. */
export interface FrozenResult extends Record<string, unknown> {
	dialogue: Pick<DialogueView, 'code' | 'title' | 'kind' | 'opensOn' | 'lastDay'> & { placeName: string };
	question: ResultQuestion;
	optionKey: string | null;
	filter: FilterWord[];
	/** Sealed sheets that the filter could not split. */
	notSplit: number;
}

/** What a result becomes evidence with. */
export interface ResultFacts {
	result: PublicResult;
	questionKey: string;
	optionKey: string | null;
	dialogue: FrozenResult['dialogue'];
	filter: FilterWord[];
}

/** The part of evidence that its numbers decide. */
export type ResultEvidence = Pick<Evidence, 'statement' | 'figure' | 'n' | 'seq'> & { frozen: FrozenResult };

const shareOf = ({ share, count }: ResultOption, n: number | null): number | null =>
	share ?? (count !== null && n ? count / n : null);

/** The option on top; undefined when none may be shown. */
const leader = ({ options }: ResultQuestion): ResultOption | undefined =>
	options
		.filter(({ apart, count }) => !apart && count !== null)
		.sort((a, b) => b.count! - a.count!)
		.at(0);

function said(question: ResultQuestion, option: ResultOption): [string, string | null] {
	const share = shareOf(option, question.n);
	if (share == null) return [`${question.text} ${question.n} svarade.`, null];
	const figure = formatPercent(share, 'sv');
	return [`${figure} svarade ”${option.text}”`, figure];
}

/** A whole question in a sentence: what came first. */
function mostSaid(question: ResultQuestion): [string, null] {
	const first = leader(question);
	const share = first && shareOf(first, question.n);
	return share == null
		? [question.text, null]
		: [`${question.text} Vanligast: ”${first!.text}”, ${formatPercent(share, 'sv')}`, null];
}

const where = (filter: readonly FilterWord[]): string =>
	filter.map(({ options }) => options.join(', ')).join(' · ');

/**
 * A released result as evidence: one option's share, or a whole question with what came first.
 * @returns undefined when the question, or the option, may not be shown
 */
export function resultEvidence(facts: ResultFacts): ResultEvidence | undefined {
	const { result, questionKey, optionKey, filter } = facts;
	const question = result.questions.find(({ key }) => key === questionKey);
	if (!question || question.n === null || result.seq === 0) return undefined;
	const option = question.options.find(({ key }) => key === optionKey);
	if (optionKey !== null && (!option || option.count === null)) return undefined;
	const [statement, figure] = option ? said(question, option) : mostSaid(question);
	const whose = where(filter);
	return {
		statement: whose === '' ? statement : `${whose}: ${statement}`,
		figure,
		n: question.n,
		seq: result.seq,
		frozen: { dialogue: facts.dialogue, question, optionKey, filter, notSplit: result.notSplit }
	};
}
