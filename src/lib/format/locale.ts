import type { Language } from '#lib/i18n/languages.ts';

/** The conventions that numbers and dates follow in each language. */
export const localeOf: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** A function that is worked out once for each language. */
export function perLanguage<T>(make: (locale: string) => T): (language: Language) => T {
	const made = new Map<Language, T>();
	return (language) => {
		const known = made.get(language);
		if (known !== undefined) return known;
		const value = make(localeOf[language]);
		made.set(language, value);
		return value;
	};
}
