import type { Texts } from '#lib/i18n/languages.ts';
import type { Option, Question } from '../question.ts';

/** Swedish and English, as the bank is written. */
export type Words = readonly [sv: string, en: string];

/** The words as texts by language. */
export const inBoth = ([sv, en]: Words): Texts => ({ sv, en });

/** An option of the bank; `short` where the text is longer than 24 characters or the big screen wants less. */
export function option(
	key: string,
	text: Words,
	marks: { short?: Words; exclusive?: true; apart?: true } = {}
): Option {
	return {
		key,
		text: inBoth(text),
		...(marks.short && { short: inBoth(marks.short) }),
		...(marks.exclusive && { exclusive: true }),
		...(marks.apart && { apart: true })
	};
}

/** What a question of the bank says besides its key and kind. */
export interface Wording extends Pick<Question, 'max' | 'badSteps' | 'sensitive' | 'showIf'> {
	text: Words;
	help?: Words;
	options?: Option[];
}

/** A question of the bank in its first version. */
export function question(key: string, kind: Question['kind'], wording: Wording): Question {
	const { text, help, options = [], max, badSteps, sensitive, showIf } = wording;
	return {
		key,
		version: 1,
		kind,
		text: inBoth(text),
		...(help && { help: inBoth(help) }),
		options,
		...(max !== undefined && { max }),
		...(badSteps !== undefined && { badSteps }),
		...(sensitive && { sensitive }),
		...(showIf && { showIf })
	};
}

/** The same question with the text of an item added, in the languages the item has. */
export function about(asked: Question, item: Texts): Question {
	const en = item.en === undefined ? {} : { en: `${asked.text.en ?? asked.text.sv} “${item.en}”` };
	return { ...asked, text: { sv: `${asked.text.sv} ”${item.sv}”`, ...en } };
}

/** "Don't know" for one choice. */
export const dontKnow = option('dont_know', ['Vet inte', "Don't know"], { apart: true });

/** "Don't know" where several may be chosen: it stands alone. */
export const dontKnowAlone: Option = { ...dontKnow, exclusive: true };

/** "Rather not say" for one choice. */
export const ratherNotSay = option('rather_not_say', ['Vill inte svara', 'Rather not say'], { apart: true });

/** "Rather not say" where several may be chosen: it stands alone. */
export const ratherNotSayAlone: Option = { ...ratherNotSay, exclusive: true };

/** Something that is not in the list. */
export const other = option('other', ['Annat', 'Something else']);
