import { languageName, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { groupedCode } from './addresses.ts';

/** Which form a sheet of paper is: the dialogue, the version of its questions, the language. */
export const stampText = ({ code, version }: { code: string; version: number }, language: Language): string =>
	m.paper_stamp({ code: groupedCode(code), version, language: languageName(language) }, { locale: language });

/** A text as a CSS string, whatever is in it. */
const cssString = (text: string): string =>
	`"${text.replace(/[^\p{L}\p{N} .,\u00a0]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;

/**
 * The foot of every printed page: the stamp, and which page of how many. Only a style sheet can say that, and only one of
 * its own, since what it says differs from form to form.
 */
export function stampSheet(form: { code: string; version: number }, language: Language): string {
	const locale = { locale: language };
	const [page, of] = [m.paper_page({}, locale), m.paper_of({}, locale)].map(cssString);
	return `@page {
	@bottom-left { content: ${cssString(stampText(form, language))}; font: 9pt sans-serif; }
	@bottom-right { content: ${page} " " counter(page) " " ${of} " " counter(pages); font: 9pt sans-serif; }
}
`;
}
