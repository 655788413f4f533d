import type { Language, Texts } from '#lib/i18n/languages.ts';
import type { StepContent } from '../step.ts';

/** What a step's form may need besides what was written. */
export interface Writing {
	/** The meeting's; every text is written in each. */
	languages: readonly Language[];
	/** Makes a key that nobody has used. */
	newKey: () => string;
	/** The content that is changed; its keys stay. */
	before?: StepContent | undefined;
}

/** A field without the blanks around it; empty when it is not there. */
export const written = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

/** A text in each of the languages, from the fields `name-sv`, `name-en` … */
export function textsOf(form: FormData, name: string, { languages }: Writing): Texts {
	const texts: Texts = { sv: '' };
	for (const language of languages) texts[language] = written(form, `${name}-${language}`);
	return texts;
}

/** A field with one thing a line. */
export const linesOf = (form: FormData, name: string): string[] =>
	written(form, name)
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** The options before, to keep the key of an answer whose words are the same. */
const optionsBefore = (before: StepContent | undefined): { key: string; text: Texts }[] =>
	before && 'question' in before ? before.question.options : before?.kind === 'tally' ? before.options : [];

/** The answers to choose from, one a line in each language; the key of an answer whose words are the same stays. */
export function optionsOf(form: FormData, writing: Writing): { key: string; text: Texts }[] {
	const known = optionsBefore(writing.before);
	const others = writing.languages.filter((language) => language !== 'sv');
	return linesOf(form, 'options-sv').map((sv, index) => {
		const text: Texts = { sv };
		for (const language of others) text[language] = linesOf(form, `options-${language}`)[index] ?? '';
		return { key: known.find((option) => option.text.sv === sv)?.key ?? writing.newKey(), text };
	});
}
