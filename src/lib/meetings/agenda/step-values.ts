import type { Texts } from '#lib/i18n/languages.ts';
import type { StepContent } from '../step.ts';

/** What stands in the fields of a step's form, by field. */
export type StepValues = Record<string, string>;

const textValues = (name: string, texts: Texts): StepValues =>
	Object.fromEntries(Object.entries(texts).map(([language, text]) => [`${name}-${language}`, text]));

function optionValues(options: readonly { text: Texts; apart?: boolean }[]): StepValues {
	const asked = options.filter(({ apart }) => !apart);
	const languages = [...new Set(asked.flatMap(({ text }) => Object.keys(text)))];
	return Object.fromEntries(
		languages.map((language) => [
			`options-${language}`,
			asked.map(({ text }) => text[language] ?? '').join('\n')
		])
	);
}

/** The fields of a step as it was saved. */
export function valuesOf(content: StepContent): StepValues {
	switch (content.kind) {
		case 'question':
		case 'priority':
		case 'wall': {
			const { text, options } = content.question;
			const apart = options.some((option) => option.apart) ? { dontKnow: 'on' } : {};
			return { ...textValues('text', text), ...optionValues(options), ...apart };
		}
		case 'tally':
			return { ...textValues('text', content.text), ...optionValues(content.options) };
		case 'notes':
			return textValues('text', content.text);
		case 'pause':
			return { ...textValues('text', content.text), minutes: content.minutes ? String(content.minutes) : '' };
		case 'information':
			return {
				preset: content.preset ?? '',
				...textValues('heading', content.heading),
				...textValues('text', content.text)
			};
		case 'review': {
			const named = content.sources.map((source) =>
				source.from === 'step' ? `step:${source.stepId}` : `dialogue:${source.questionKey}`
			);
			return { 'source-1': named[0] ?? '', 'source-2': named[1] ?? '' };
		}
	}
}

/** What was written in a form that could not be saved; files are left out. */
export const sentValues = (form: FormData): StepValues =>
	Object.fromEntries(
		[...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
	);
