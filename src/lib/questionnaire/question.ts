import type { Texts } from '../i18n/languages.ts';

export const questionKinds = ['choice', 'choices', 'ranking', 'scale', 'place', 'text'] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** The most characters of an option's text for the big screen. */
export const shortCharacters = 24;

export interface Option {
	/** Permanent within the question. */
	key: string;
	text: Texts;
	/** At most 24 characters, for the big screen. */
	short?: Texts;
	/** "None of these": cannot be combined with another option. */
	exclusive?: boolean;
	/** "Don't know", "rather not say": shown as its own number, outside the base of shares. */
	apart?: boolean;
}

/** Asked only when the earlier question got one of the listed options. */
export interface Condition {
	question: string;
	anyOf: string[];
}

export interface Question {
	/** Permanent: the same key in every questionnaire and year means the same question. */
	key: string;
	/** Rises when options or scale change, so that years are never compared silently. */
	version: number;
	kind: QuestionKind;
	text: Texts;
	help?: Texts;
	/** Worst to best for a scale; empty for a text. */
	options: Option[];
	/** Most options (choices), most ranks (ranking, at most 3) or most characters (text). */
	max?: number;
	/** Scales: how many of the first steps are on the bad side; half of them when left out. */
	badSteps?: number;
	/** Released once, at closing, with a larger crowd. */
	sensitive?: boolean;
	/** Declared before opening: if everybody answers alike it shows. */
	unanimityShown?: boolean;
	showIf?: Condition;
}

export const dimensions = ['district', 'age', 'gender', 'group'] as const;

/** What an answer may be split by; closed lists only. */
export type Dimension = (typeof dimensions)[number];

export interface BackgroundQuestion {
	key: Dimension;
	text: Texts;
	/** An option with `apart` ("rather not say") counts as not stated. */
	options: Option[];
}

/** One published version of a questionnaire; it never changes. */
export interface QuestionnaireDefinition {
	title: Texts;
	intro?: Texts;
	questions: Question[];
	/** In the order they matter when answers are split; at most three. */
	background: BackgroundQuestion[];
}

/** What one respondent answers: an option key, several (in order for a ranking), or a text. */
export type AnswerValue = string | string[];

export type Answers = Record<string, AnswerValue>;

export type Background = Partial<Record<Dimension, string>>;
