/** A text as the file has it, markup and all, by language code. */
export type RawTexts = ReadonlyMap<string, string>;

/** A row of a matrix, a box to tick, one of several short answers. */
export interface SurveyItem {
	code: string;
	/** 0; 1 for the second axis of a matrix with texts or numbers in its cells. */
	scale: number;
	text: RawTexts;
	relevance: string;
}

export interface SurveyAnswer {
	code: string;
	/** 0; 1 for the second answer of a matrix with two scales. */
	scale: number;
	text: RawTexts;
}

export interface SurveyQuestion {
	/** Its number in the file's database; conditions written by machine name it so. Empty in a TSV without numbers. */
	id: string;
	code: string;
	/** LimeSurvey's letter. */
	type: string;
	text: RawTexts;
	help: RawTexts;
	relevance: string;
	mandatory: boolean;
	other: boolean;
	/** A regular expression that answers had to meet. */
	validation: string;
	hasDefault: boolean;
	/** Settings by their names in lower case; filed under `''` where they have no language. */
	attributes: ReadonlyMap<string, RawTexts>;
	items: SurveyItem[];
	answers: SurveyAnswer[];
}

export interface SurveyGroup {
	id: string;
	name: RawTexts;
	text: RawTexts;
	relevance: string;
	/** It was asked in an order that chance decided. */
	isRandom: boolean;
	questions: SurveyQuestion[];
}

/** A LimeSurvey survey, whichever file it came in; nothing is interpreted yet. */
export interface Survey {
	id: string;
	/** The language that the survey was written in. */
	base: string;
	/** The base language first. */
	languages: string[];
	/** Settings by their names in LimeSurvey. */
	settings: ReadonlyMap<string, string>;
	/** Title, introduction, thanks, mails … by their names in LimeSurvey, each by language. */
	texts: ReadonlyMap<string, RawTexts>;
	groups: SurveyGroup[];
	quotas: string[];
	/** How many rules there are that count points. */
	assessments: number;
	/** Kinds of rows that nobody knows, and how many there are. */
	unknownRows: ReadonlyMap<string, number>;
}

/** The setting of a question; in the first language it is written in where it has one. Empty when it is not set. */
export const attribute = (question: SurveyQuestion, name: string): string =>
	[...(question.attributes.get(name)?.values() ?? [])][0]?.trim() ?? '';

/** A setting that is a text for people; one without a language is in the base language. */
export function attributeTexts(question: SurveyQuestion, name: string, base: string): RawTexts {
	const texts = question.attributes.get(name) ?? new Map<string, string>();
	return new Map([...texts].map(([language, text]) => [language || base, text]));
}
