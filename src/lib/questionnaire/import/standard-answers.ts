import type { Texts } from '#lib/i18n/languages.ts';

/** Answers that LimeSurvey has built in, in the languages we know them in. */
const known = {
	yes: { sv: 'Ja', en: 'Yes', de: 'Ja', da: 'Ja', nb: 'Ja', fi: 'Kyllä' },
	no: { sv: 'Nej', en: 'No', de: 'Nein', da: 'Nej', nb: 'Nei', fi: 'Ei' },
	uncertain: { sv: 'Osäker', en: 'Uncertain', de: 'Unsicher', da: 'Usikker', nb: 'Usikker', fi: 'Epävarma' },
	increase: { sv: 'Ökar', en: 'Increase', de: 'Zunahme', da: 'Stiger', nb: 'Øker', fi: 'Kasvaa' },
	same: { sv: 'Oförändrat', en: 'Same', de: 'Gleich', da: 'Uændret', nb: 'Uendret', fi: 'Ennallaan' },
	decrease: { sv: 'Minskar', en: 'Decrease', de: 'Abnahme', da: 'Falder', nb: 'Minker', fi: 'Vähenee' },
	female: { sv: 'Kvinna', en: 'Female', de: 'Weiblich', da: 'Kvinde', nb: 'Kvinne', fi: 'Nainen' },
	male: { sv: 'Man', en: 'Male', de: 'Männlich', da: 'Mand', nb: 'Mann', fi: 'Mies' },
	other: { sv: 'Annat', en: 'Other', de: 'Sonstiges', da: 'Andet', nb: 'Annet', fi: 'Muu' }
} as const satisfies Record<string, Texts>;

export type StandardAnswer = keyof typeof known;

/** The language without its variant: `de` of `de-informal`; Norwegian is Bokmål. */
const plainLanguage = (language: string): string => {
	const [first = ''] = language.split('-');
	return first === 'no' ? 'nb' : first;
};

/** Whether the built-in answers are known in the language. */
export const hasStandardAnswers = (language: string): boolean =>
	Object.hasOwn(known.yes, plainLanguage(language));

/** The answer in Swedish and in those of the languages that we know. */
export function standardAnswer(answer: StandardAnswer, languages: readonly string[]): Texts {
	const words: Texts = known[answer];
	const texts: Texts = { sv: words.sv };
	for (const language of languages) {
		const word = hasStandardAnswers(language) ? words[plainLanguage(language)] : undefined;
		if (word !== undefined) texts[language] = word;
	}
	return texts;
}
