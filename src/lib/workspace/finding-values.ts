import { dimensionTitles } from '#lib/dialogues/plan-words.ts';
import { formatNumber } from '#lib/format/number.ts';
import { languageName, type Language } from '#lib/i18n/languages.ts';
import { dimensions } from '#lib/questionnaire/question.ts';
import type { AnyFinding } from './draft-check.ts';

/** The values of a finding as sentences take them; what a finding does not have is empty. */
export interface Values {
	number: string;
	option: string;
	part: string;
	language: string;
	dimension: string;
	count: string;
	missing: string;
	total: string;
	most: string;
	words: string;
	text: string;
	year: string;
	lix: string;
	how: string;
	rule: string;
	options: string;
	population: string;
	expected: string;
	crowd: string;
	inhabitants: string;
	small: string;
}

const none: Values = {
	...{ number: '', option: '', part: '', language: '', dimension: '', count: '', missing: '', total: '' },
	...{ most: '', words: '', text: '', year: '', lix: '', how: '', rule: '', options: '', population: '' },
	...{ expected: '', crowd: '', inhabitants: '', small: '' }
};

/** What a finding is about, as its sentences tell it in a language. */
export function valuesOf({ values }: AnyFinding, language: Language): Values {
	const written = Object.entries(values).map(([name, value]) => {
		if (typeof value === 'number') return [name, formatNumber(value, language)];
		if (name === 'language') return [name, languageName(value)];
		const dimension = dimensions.find((one) => name === 'dimension' && one === value);
		return [name, dimension ? dimensionTitles[dimension]() : value];
	});
	return { ...none, ...(Object.fromEntries(written) as Partial<Values>) };
}

/** A sentence that takes what it needs of a finding's values. */
export type Sentence = (values: Values) => string;
