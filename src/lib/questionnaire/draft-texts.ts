import type { Texts } from '#lib/i18n/languages.ts';
import { isWritten } from './draft-content.ts';
import type { DraftContent } from './draft.ts';
import type { BackgroundQuestion, Option, Question } from './question.ts';

export type TextPart =
	| 'title'
	| 'intro'
	| 'question'
	| 'help'
	| 'option'
	| 'short'
	| 'background'
	| 'background-option'
	| 'background-short';

/** A text of a draft and where it is. */
export interface AddressedText {
	/**
	 * `title`, `intro`, `questions.<key>.text`, `….help`, `….options.<key>.text`, `….short`,
	 * `background.<dimension>.text`, `….options.<key>.text` or `….short`.
	 */
	address: string;
	texts: Texts;
	/** False for what a questionnaire can do without: introduction, help, short texts. */
	needed: boolean;
	/** What to call it, with the numbers. */
	part: TextPart;
	/** Key of the question or the dimension. */
	of?: string;
	/** Of the question or background question; 1 for the first. */
	number?: number;
	/** Of the option; 1 for the first. */
	optionNumber?: number;
}

type Found = Omit<AddressedText, 'texts'> & { texts: Texts | undefined };
/** Whose options these are, and what their texts are called. */
interface Owner extends Pick<AddressedText, 'of' | 'number'> {
	at: string;
	parts: [option: TextPart, short: TextPart];
}

const textsOfOptions = (options: Option[], { at, parts, ...owner }: Owner): Found[] =>
	options.flatMap((option, index) => {
		const place = `${at}.options.${option.key}`;
		const named = { ...owner, optionNumber: index + 1 };
		return [
			{ ...named, address: `${place}.text`, texts: option.text, needed: true, part: parts[0] },
			{ ...named, address: `${place}.short`, texts: option.short, needed: false, part: parts[1] }
		];
	});

function textsOfQuestion({ key, kind, text, help, options }: Question, number: number): Found[] {
	const at = `questions.${key}`;
	const owner = { of: key, number };
	return [
		{ ...owner, address: `${at}.text`, texts: text, needed: true, part: 'question' },
		{ ...owner, address: `${at}.help`, texts: help, needed: false, part: 'help' },
		...textsOfOptions(kind === 'text' ? [] : options, { ...owner, at, parts: ['option', 'short'] })
	];
}

function textsOfBackground({ key, text, options }: BackgroundQuestion, number: number): Found[] {
	const at = `background.${key}`;
	const owner = { of: key, number };
	return [
		{ ...owner, address: `${at}.text`, texts: text, needed: true, part: 'background' },
		...textsOfOptions(options, { ...owner, at, parts: ['background-option', 'background-short'] })
	];
}

function textsOfContent(content: DraftContent): Found[] {
	return [
		{ address: 'title', texts: content.title, needed: true, part: 'title' },
		{ address: 'intro', texts: content.intro, needed: false, part: 'intro' },
		...content.questions.flatMap((question, index) => textsOfQuestion(question, index + 1)),
		...content.background.flatMap((question, index) => textsOfBackground(question, index + 1))
	];
}

/** Every text that the questionnaire is made of, in the order people meet them; optional ones only when written. */
export const textAddresses = (content: DraftContent): AddressedText[] =>
	textsOfContent(content).flatMap((found) => {
		const { texts } = found;
		return texts && (found.needed || isWritten(texts, content.source)) ? [{ ...found, texts }] : [];
	});

/** How far a language has come: texts there are, those that are translated, and those that somebody has reviewed. */
export interface Completeness {
	translated: number;
	total: number;
	/** Translated and not marked as made by a machine or unreviewed; all that is written in the source language. */
	reviewed: number;
}

/** How far a language has come. It can be offered to residents when `translated` is `total`. */
export function completeness(content: DraftContent, language: string): Completeness {
	const all = textAddresses(content);
	const translated = all.filter(({ texts }) => texts[language]?.trim());
	const states = language === content.source ? {} : (content.review[language] ?? {});
	const reviewed = translated.filter(({ address }) => !Object.hasOwn(states, address));
	return { translated: translated.length, total: all.length, reviewed: reviewed.length };
}
