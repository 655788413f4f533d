import { inLanguage } from '#lib/i18n/languages.ts';
import type { BackgroundQuestion, Condition, Dimension, Option, Question, QuestionKind } from './question.ts';

export interface LocalOption {
	key: string;
	text: string;
	exclusive?: true;
	apart?: true;
}

/** A question in one language, as the open interface and the answering page show it. */
export interface LocalQuestion {
	key: string;
	version: number;
	kind: QuestionKind;
	text: string;
	help?: string;
	options: LocalOption[];
	max?: number;
	showIf?: Condition;
}

export interface LocalBackground {
	key: Dimension;
	text: string;
	options: LocalOption[];
}

const localizeOption = (option: Option, language: string): LocalOption => ({
	key: option.key,
	text: inLanguage(option.text, language),
	...(option.exclusive && { exclusive: true as const }),
	...(option.apart && { apart: true as const })
});

/** The question in `language`, in Swedish where a translation is missing. */
export const localizeQuestion = (question: Question, language: string): LocalQuestion => ({
	key: question.key,
	version: question.version,
	kind: question.kind,
	text: inLanguage(question.text, language),
	...(question.help && { help: inLanguage(question.help, language) }),
	options: question.options.map((option) => localizeOption(option, language)),
	...(question.max !== undefined && { max: question.max }),
	...(question.showIf && {
		showIf: { question: question.showIf.question, anyOf: [...question.showIf.anyOf] }
	})
});

/** The background question in `language`, in Swedish where a translation is missing. */
export const localizeBackground = (question: BackgroundQuestion, language: string): LocalBackground => ({
	key: question.key,
	text: inLanguage(question.text, language),
	options: question.options.map((option) => localizeOption(option, language))
});
