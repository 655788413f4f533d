import type { QuestionKind } from '../questionnaire/question.ts';

declare const gate: unique symbol;

/**
 * Numbers that may be shown to anybody. Only `results/server/read-results.ts` makes them, so a chart, file,
 * stream or page cannot be given a raw tally by mistake.
 */
export type PublicResult = Result & { readonly [gate]: true };

export interface Result {
	/** The dialogue's six-digit code. */
	dialogue: string;
	/** The release these numbers belong to; 0 before the first. */
	seq: number;
	state: 'scheduled' | 'open' | 'closed';
	/** Sealed sheets inside the filter; null when it may not be shown. */
	n: number | null;
	hidden?: true;
	questions: ResultQuestion[];
	/** Background dimension → chosen option keys. */
	filter: Record<string, string[]>;
	/** Sealed sheets that overlap the filter but cannot be split by it. */
	notSplit: number;
}

export interface ResultQuestion {
	key: string;
	version: number;
	kind: QuestionKind;
	text: string;
	/** Respondents who answered, "don't know" included; null with `hidden` when nothing may be shown. */
	n: number | null;
	hidden?: true;
	/** Published sheets without an answer. */
	skipped: number | null;
	/**
	 * Sealed sheets whose answers to this question are not published. n + skipped + withheld = n of the result, and
	 * `meeting` more.
	 */
	withheld: number | null;
	/** Of these, sealed sheets of this question alone, answered in meetings; left out when there are none. */
	meeting?: number;
	/** The same where the result is filtered: they cannot be split, so that they are not in these numbers. */
	meetingNotSplit?: number;
	/** Respondents that shares are counted of: n without "don't know". */
	base: number | null;
	options: ResultOption[];
}

export interface ResultOption {
	key: string;
	text: string;
	count: number | null;
	hidden?: true;
	/** Of `base`, 0–1; null for an option that stands apart. */
	share: number | null;
	/** 1 is most chosen; near ties share a rank. Null for options that stand apart. */
	rank: number | null;
	/** Shares its rank with another option: in practice equal. */
	tied: boolean;
	/** Stands apart from the shares ("don't know"). */
	apart?: true;
	/** Rankings: respondents who chose it first. */
	first?: number | null;
}
