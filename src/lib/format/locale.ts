import type { Language } from '#lib/i18n/languages.ts';

/**
 * The conventions that numbers and dates follow in each language. Arabic is written with the digits that stand on Swedish
 * signs, posters and phones.
 */
export const localeOf: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB', ar: 'ar-u-nu-latn' };

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
