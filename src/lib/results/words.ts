import type { Language } from '../i18n/languages.ts';

/** The sentences of a result, in one language, with `{gaps}` for what changes. */
export interface Words {
	heading: string;
	headingNothing: string;
	findingOne: string;
	findingTwo: string;
	leadRanking: string;
	leadChoices: string;
	leadSecond: string;
	answered: string;
	caveat: string;
	notSplit: string;
	nothingScheduled: string;
	nothingYet: string;
	nothingClosed: string;
	nothingHere: string;
	stateOpen: string;
	stateClosed: string;
	base: string;
	baseRanking: string;
	baseChoices: string;
	texts: string;
	skipped: string;
	withheld: string;
	withheldClosed: string;
	/** How many of a question's answers were given in meetings; and that a filter leaves them out. */
	meeting: string;
	meetingNotSplit: string;
	questionHidden: string;
	questionHiddenClosed: string;
	optionHidden: string;
	tied: string;
	release: string;
	/** Said by the script alone: while the connection is lost, and to screen readers after a release. */
	offline: string;
	news: string;
}

/** What the words of a result depend on besides its numbers. */
export interface ViewSetup {
	language: Language;
	words: Words;
	/** The numbers are for a part of the answers. */
	filtered: boolean;
	/** Question → options that are no finding ("none of these"). */
	noFinding: Record<string, string[]>;
}

/** The sentence with its gaps filled: `{count}` becomes `values.count`. Unknown gaps stay. */
export const fill = (template: string, values: Record<string, string>): string =>
	template.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
