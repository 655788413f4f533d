import type { ResultQuestion } from '#lib/results/public-result.ts';

/** How many of those who answered chose an option; null where it may not be shown, `absent` where nobody could. */
export type Share = number | null | 'absent';

/** One option, before and after. */
export interface BeforeAfterRow {
	key: string;
	text: string;
	before: Share;
	after: Share;
}

/** A question asked again after a pledge, beside what it gave before. */
export interface BeforeAfter {
	question: string;
	/** The language that the question is shown in: the reader's where it was asked in it. */
	language: string;
	/** False when the scale has changed: the numbers stand side by side and cannot be compared. */
	comparable: boolean;
	before: Asked;
	after: Asked;
	rows: BeforeAfterRow[];
}

/** A dialogue that asked the question. */
export interface Asked {
	title: string;
	language: string;
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
	const share = ({ options }: ResultQuestion, key: string): Share => {
		const found = options.find((option) => option.key === key);
		return found ? found.share : 'absent';
	};
	return all
		.filter(({ apart }) => !apart)
		.map(({ key, text }) => ({ key, text, before: share(before, key), after: share(after, key) }));
}
