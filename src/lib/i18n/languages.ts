/** The languages people can read Lyhörd in: code, own name, writing direction. Swedish is the source. */
export const languages = ['sv', 'en'] as const;

export type Language = (typeof languages)[number];

export const sourceLanguage: Language = 'sv';

/** A text in one or more languages; the source language is always there. */
export type Texts = { sv: string } & Partial<Record<Language, string>>;

const names: Record<Language, string> = { sv: 'Svenska', en: 'English' };

/** The language's name in the language itself. */
export const languageName = (language: Language): string => names[language];

/** `ltr` or `rtl`, for the `dir` attribute. */
export const direction = (_language: Language): 'ltr' | 'rtl' => 'ltr';

/** Tells whether a code from outside is one of our languages. */
export const isLanguage = (code: unknown): code is Language =>
	typeof code === 'string' && (languages as readonly string[]).includes(code);

/** The text in `language`, else in the source language. */
export const inLanguage = (texts: Texts, language: Language): string => texts[language] ?? texts.sv;

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
