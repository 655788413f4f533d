import { textLanguages, type Texts } from '#lib/i18n/languages.ts';
import type { DraftContent } from './draft.ts';
import type { BackgroundQuestion, Option, Question, QuestionnaireDefinition } from './question.ts';

/** A draft in which nothing is written yet but perhaps the title. */
export const emptyContent = (title = ''): DraftContent => ({
	title: { sv: title },
	questions: [],
	background: [],
	languages: ['sv'],
	source: 'sv',
	review: {},
	letPass: {},
	removed: []
});

/** Each language once: Swedish first, then in the order they are offered, then the others by their code. */
export function orderedLanguages(languages: Iterable<string>): string[] {
	const found = new Set(['sv', ...languages]);
	const offered = textLanguages.filter((language) => found.delete(language));
	return [...offered, ...[...found].sort()];
}

const textsOf = (options: Option[]): (Texts | undefined)[] =>
	options.flatMap(({ text, short }) => [text, short]);

const everyText = (definition: QuestionnaireDefinition): (Texts | undefined)[] => [
	definition.title,
	definition.intro,
	...definition.questions.flatMap(({ text, help, options }) => [text, help, ...textsOf(options)]),
	...definition.background.flatMap(({ text, options }) => [text, ...textsOf(options)])
];

/** The definition as a draft to go on writing: in every language it has a text in, all of them reviewed. */
export const contentOf = (definition: QuestionnaireDefinition): DraftContent => ({
	...emptyContent(),
	...structuredClone(definition),
	languages: orderedLanguages(everyText(definition).flatMap((texts) => Object.keys(texts ?? {})))
});

/** Whether an optional text is there at all: somebody wrote it in Swedish or in the language it is translated from. */
export const isWritten = (texts: Texts | undefined, source: string): texts is Texts =>
	texts !== undefined && [texts.sv, texts[source] ?? ''].some((text) => text.trim() !== '');

/** What is kept of texts: those in languages that the draft is offered in, Swedish even when it is empty. */
type Keep = (texts: Texts) => Texts;
/** The same of an optional text: undefined when it was never written. */
type KeepWritten = (texts: Texts | undefined) => Texts | undefined;

interface Keeping {
	keep: Keep;
	keepWritten: KeepWritten;
}

function keepingOf({ languages, source }: DraftContent): Keeping {
	const keep: Keep = (texts) => {
		const kept: Texts = { sv: texts.sv };
		for (const language of languages) if (texts[language]?.trim()) kept[language] = texts[language];
		return kept;
	};
	return { keep, keepWritten: (texts) => (isWritten(texts, source) ? keep(texts) : undefined) };
}

function optionOf(option: Option, { keep, keepWritten }: Keeping): Option {
	const short = keepWritten(option.short);
	return {
		key: option.key,
		text: keep(option.text),
		...(short && { short }),
		...(option.exclusive !== undefined && { exclusive: option.exclusive }),
		...(option.apart !== undefined && { apart: option.apart })
	};
}

const limitedKinds = ['choices', 'ranking', 'text'];

function questionOf(question: Question, keeping: Keeping): Question {
	const { key, version, kind, text, max, badSteps, sensitive, unanimityShown, showIf } = question;
	const help = keeping.keepWritten(question.help);
	const options = kind === 'text' ? [] : question.options;
	return {
		...{ key, version, kind },
		text: keeping.keep(text),
		...(help && { help }),
		options: options.map((option) => optionOf(option, keeping)),
		...(max !== undefined && limitedKinds.includes(kind) && { max }),
		...(badSteps !== undefined && { badSteps }),
		...(sensitive !== undefined && { sensitive }),
		...(unanimityShown !== undefined && { unanimityShown }),
		...(showIf && { showIf: { question: showIf.question, anyOf: [...showIf.anyOf] } })
	};
}

const backgroundOf = (question: BackgroundQuestion, keeping: Keeping): BackgroundQuestion => ({
	key: question.key,
	text: keeping.keep(question.text),
	options: question.options.map((option) => optionOf(option, keeping))
});

/**
 * What the draft becomes when it is published, unchecked: without translations that are empty or in a language that
 * was taken away, without optional texts that nobody wrote, and without what the kind of a question has no use for
 * (the options of a text, the limit of one choice). `definitionOf(contentOf(x))` is `x` for every sound definition.
 */
export function definitionOf(content: DraftContent): QuestionnaireDefinition {
	const keeping = keepingOf(content);
	const intro = keeping.keepWritten(content.intro);
	return {
		title: keeping.keep(content.title),
		...(intro && { intro }),
		questions: content.questions.map((question) => questionOf(question, keeping)),
		background: content.background.map((question) => backgroundOf(question, keeping))
	};
}

/** What lists call the draft: its title in Swedish, else in the language it is translated from; may be empty. */
export const titleOf = ({ title, source }: DraftContent): string =>
	title.sv.trim() || (title[source] ?? '').trim();
