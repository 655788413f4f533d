import type { Texts } from '#lib/i18n/languages.ts';
import { mostTextLength } from './limits.ts';
import { onOneLine, plainText } from './plain-text.ts';
import type { Report } from './report.ts';
import type { RawTexts } from './survey.ts';

/** What the texts of a survey are read with. */
export interface Reading {
	/** The base language first. */
	languages: readonly string[];
	base: string;
	report: Report;
}

/** `{Q1}`, `{TOKEN:FIRSTNAME}`, `{INSERTANS:…}`: LimeSurvey put something in their place. */
const piped = /\{[A-Za-z_][^{}\n]{0,200}\}/g;

function noteLosses(reading: Reading, at: string, { text, links }: { text: string; links: string[] }): void {
	for (const inserted of text.match(piped) ?? []) reading.report.note('piping', at, inserted);
	for (const link of links.slice(0, 20)) reading.report.note('links', at, link.slice(0, 300));
}

/** As much of the text as fits, ending in a whole character. */
const cutText = (text: string): string => text.slice(0, mostTextLength).replace(/[\uD800-\uDBFF]$/, '');

/** The text of one language, without markup and not too long; what is lost is reported at `at`. */
export function readText(reading: Reading, raw: string, at: string): string {
	const plain = plainText(raw);
	noteLosses(reading, at, plain);
	if (plain.text.length <= mostTextLength) return plain.text;
	reading.report.note('cut', at, String(plain.text.length));
	return cutText(plain.text);
}

/** The texts by language: Swedish always, empty when the file has none; others where they are written. */
export function readTexts(reading: Reading, raw: RawTexts | undefined, at: string): Texts {
	const texts: Texts = { sv: '' };
	for (const language of reading.languages) {
		const text = readText(reading, raw?.get(language) ?? '', at);
		if (text !== '') texts[language] = text;
	}
	return texts;
}

/** Texts on one line, for titles and options. */
export const inOneLine = (texts: Texts): Texts => ({
	...Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, onOneLine(text)])),
	sv: onOneLine(texts.sv)
});

/** Whether there is nothing in any language. */
export const isBlank = (texts: Texts): boolean => Object.values(texts).every((text) => text.trim() === '');

const withoutEmpty = (texts: Texts): Texts => ({
	sv: texts.sv,
	...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
});

/** Two texts after each other, in every language that has one of them. */
export function joinTexts(first: Texts, second: Texts, between: string): Texts {
	const joined: Texts = { sv: '' };
	for (const language of new Set([...Object.keys(first), ...Object.keys(second)]))
		joined[language] = cutText([first[language], second[language]].filter(Boolean).join(between));
	return joined;
}

/** LimeSurvey writes the two ends of a slider or a row as `left|right`. */
const ends = (text: string): string =>
	text
		.split('|')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.join(' – ');

/** A matrix's text with that of one of its items: `Hur stort problem är … – Nedskräpning`. */
export function withItem(matrix: Texts, item: Texts): Texts {
	const row: Texts = { sv: ends(onOneLine(item.sv)) };
	for (const language of Object.keys(item)) row[language] = ends(onOneLine(item[language]!));
	// A half translated question would be read as a whole one.
	const isHalf = (language: string) =>
		(!isBlank(matrix) && !matrix[language]) || (!isBlank(row) && !row[language]);
	const joined = joinTexts(matrix, row, ' – ');
	for (const language of Object.keys(joined)) if (isHalf(language)) joined[language] = '';
	return withoutEmpty(joined);
}
