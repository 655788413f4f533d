import { languageName, type Language } from '#lib/i18n/languages.ts';

/** The language's name as it is called in another: `arabiska`, `Arabic`; its own name where there is none. */
export function languageIn(code: string, reader: Language): string {
	if (code.includes('-x-')) return languageName(code);
	return (
		new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' }).of(code) ?? languageName(code)
	);
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** How the language stands in a list: the reader's name for it, and its own where that is another. */
export function listedLanguage(code: string, reader: Language): string {
	const [name, own] = [capital(languageIn(code, reader)), languageName(code)];
	return name === own ? own : `${name} (${own})`;
}
