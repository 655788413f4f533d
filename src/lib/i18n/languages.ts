/** The languages residents can read Lyhörd in. Swedish is the source; the workspace speaks Swedish and English. */
export const languages = ['sv', 'en', 'ar'] as const;

export type Language = (typeof languages)[number];

/** The languages that the workspace's own texts are written in. */
export const staffLanguages = ['sv', 'en'] as const satisfies readonly Language[];

/** Tells whether the workspace is written in the language. */
export const isStaffLanguage = (language: Language): boolean =>
	(staffLanguages as readonly Language[]).includes(language);

const unreviewed: readonly string[] = ['ar'] satisfies Language[];

/** Tells whether our own texts in the language are machine-made and no person has approved them yet; staff are told. */
export const isUnreviewed = (language: string): boolean => unreviewed.includes(language);

export const sourceLanguage: Language = 'sv';

/**
 * A text by language (BCP 47); the source language is always there. Questionnaires are written in more languages than
 * the interface has: residents are offered one when both are complete.
 */
export type Texts = { sv: string; [language: string]: string };

/** Languages that questionnaires are offered to be translated into; others can be imported. */
export const textLanguages = ['sv', 'sv-x-lattlast', 'en', 'fi', 'ar', 'so', 'fa', 'uk', 'ti', 'pl'] as const;

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/**
 * Tells whether a text can be filed under this code: the form of BCP 47, the language in lower case, and one that
 * `Intl` takes, so that its name can be told.
 */
export function isTextLanguage(code: string): boolean {
	if (!languageTag.test(code) || code in {}) return false;
	try {
		return Intl.getCanonicalLocales(code).length === 1;
	} catch {
		return false;
	}
}

const ownNames: Record<string, string> = {
	sv: 'Svenska',
	'sv-x-lattlast': 'Lättläst svenska',
	en: 'English',
	fi: 'Suomi',
	ar: 'العربية',
	so: 'Soomaali',
	fa: 'فارسی',
	uk: 'Українська',
	ti: 'ትግርኛ',
	pl: 'Polski',
	de: 'Deutsch'
};

/** The language's name in the language itself; its code where no name is known. */
export function languageName(language: string): string {
	if (Object.hasOwn(ownNames, language)) return ownNames[language]!;
	const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language);
	return name ?? language;
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ckb', 'ps', 'yi', 'dv']);

/** `ltr` or `rtl`, for the `dir` attribute. */
export const direction = (language: string): 'ltr' | 'rtl' =>
	rightToLeft.has(language.split('-')[0]!) ? 'rtl' : 'ltr';

/** Tells whether a code from outside is one of our languages. */
export const isLanguage = (code: unknown): code is Language =>
	typeof code === 'string' && (languages as readonly string[]).includes(code);

/** The text in `language`, else in the source language. */
export const inLanguage = (texts: Texts, language: string): string => texts[language] ?? texts.sv;

/** The first language of an `Accept-Language` header that we have; the source language when none. */
export function preferredLanguage(acceptLanguage: string | null): Language {
	const wanted = (acceptLanguage ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().split(';');
			const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
			return { code: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight.trim().slice(2)) : 1 };
		})
		.filter(({ code, weight }) => isLanguage(code) && weight > 0)
		.sort((a, b) => b.weight - a.weight);
	return (wanted[0]?.code as Language | undefined) ?? sourceLanguage;
}
