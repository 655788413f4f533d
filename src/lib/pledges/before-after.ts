import type { ResultQuestion } from '#lib/results/public-result.ts';

/** One option, before and after; null where it may not be shown or was not there. */
export interface BeforeAfterRow {
	key: string;
	text: string;
	before: number | null;
	after: number | null;
}

/** A question asked again after a pledge, beside what it gave before. */
export interface BeforeAfter {
	question: string;
	/** False when the scale has changed: the numbers stand side by side and cannot be compared. */
	comparable: boolean;
	before: Asked;
	after: Asked;
	rows: BeforeAfterRow[];
}

/** A dialogue that asked the question. */
export interface Asked {
	title: string;
	/** Address of its results in Lyhörd. */
	href: string;
	n: number | null;
}

/** Options of both, those of the later one first; shares of those who answered. */
export function rowsOf(before: ResultQuestion, after: ResultQuestion): BeforeAfterRow[] {
	const all = [
		...after.options,
		...before.options.filter(({ key }) => !after.options.some((one) => one.key === key))
	];
	const share = (question: ResultQuestion, key: string) =>
		question.options.find((option) => option.key === key)?.share ?? null;
	return all
		.filter(({ apart }) => !apart)
		.map(({ key, text }) => ({ key, text, before: share(before, key), after: share(after, key) }));
}
