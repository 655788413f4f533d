import type { Texts } from '#lib/i18n/languages.ts';
import { isOptionKey } from '../keys.ts';
import type { Option } from '../question.ts';
import { withLanguage } from '../rewrite-texts.ts';

/** An optional text with what was written in one language; undefined while there is nothing in any. */
export function optionalText(texts: Texts | undefined, language: string, text: string): Texts | undefined {
	if (texts === undefined && text.trim() === '') return undefined;
	return withLanguage(texts, language, text);
}

/** A field of a sent form as text; line breaks as the rest of the world writes them. */
export const fieldText = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
};

/** The name of an option's field; `list` keeps the lists of one form apart. */
export const optionField = (list: string, key: string, part: 'text' | 'short' | 'exclusive' | 'apart') =>
	`${list}option.${key}.${part}`;

/** The name of the field that says in which order the options of a list stand. */
export const orderField = (list: string): string => `${list}option`;

const mostOptions = 300;

interface OptionSource {
	/** Keeps the lists of one form apart; see `optionField`. */
	list: string;
	base: readonly Option[];
	/** The language that is written in. */
	language: string;
}

/**
 * The options of a list in a form, in the form's order; what the form does not show is taken from `base`. Nothing is
 * trimmed, since people are still writing. Keys that cannot be keys are left out.
 */
export function optionsFromForm(form: FormData, { list, base, language }: OptionSource): Option[] {
	const keys = form.getAll(orderField(list)).map(String).filter(isOptionKey);
	return [...new Set(keys)].slice(0, mostOptions).map((key) => {
		const before = base.find((option) => option.key === key) ?? { key, text: { sv: '' } };
		const short = optionalText(before.short, language, fieldText(form, optionField(list, key, 'short')));
		return {
			key,
			text: withLanguage(before.text, language, fieldText(form, optionField(list, key, 'text'))),
			...(short && { short }),
			...(form.has(optionField(list, key, 'exclusive')) && { exclusive: true }),
			...(form.has(optionField(list, key, 'apart')) && { apart: true })
		};
	});
}
