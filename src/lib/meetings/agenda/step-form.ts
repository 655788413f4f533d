import type { Language, Texts } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dontKnow, dontKnowAlone } from '#lib/questionnaire/bank/notation.ts';
import { shortCharacters, type Option, type Question } from '#lib/questionnaire/question.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import type { ReviewSource, StepContent } from '../step.ts';

/** What can be written by hand; questions of the bank and of a dialogue are not written anew. */
export const ownKinds = [
	'choice',
	'choices',
	'priority',
	'wall',
	'hands',
	'dots',
	'notes',
	'pause',
	'information',
	'review'
] as const;

export type OwnKind = (typeof ownKinds)[number];

/** What a step's form may need besides what was written. */
interface Writing {
	/** The meeting's; every text is written in each. */
	languages: readonly Language[];
	/** Makes a key that nobody has used. */
	newKey: () => string;
	/** The content that is changed; its keys stay. */
	before?: StepContent | undefined;
}

const mostOptions = 6;
const mostTextCharacters = 300;

const written = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

function textsOf(form: FormData, name: string, { languages }: Writing): Texts {
	const texts: Texts = { sv: '' };
	for (const language of languages) texts[language] = written(form, `${name}-${language}`);
	return texts;
}

const linesOf = (form: FormData, name: string): string[] =>
	written(form, name)
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** The options before, to keep the key of an answer whose words are the same. */
const optionsBefore = (before: StepContent | undefined): { key: string; text: Texts }[] =>
	before && 'question' in before ? before.question.options : before?.kind === 'tally' ? before.options : [];

function optionsOf(form: FormData, writing: Writing): { key: string; text: Texts }[] {
	const known = optionsBefore(writing.before);
	const others = writing.languages.filter((language) => language !== 'sv');
	return linesOf(form, 'options-sv').map((sv, index) => {
		const text: Texts = { sv };
		for (const language of others) text[language] = linesOf(form, `options-${language}`)[index] ?? '';
		return { key: known.find((option) => option.text.sv === sv)?.key ?? writing.newKey(), text };
	});
}

const problem = (at: string, code: string): Problem => ({ at, code, detail: code });

function problemsOfText(texts: Texts, name: string, { languages }: Writing): Problem[] {
	return languages.flatMap((language) => {
		const text = texts[language] ?? '';
		if (text === '') return [problem(`${name}-${language}`, 'empty')];
		return text.length > mostTextCharacters ? [problem(`${name}-${language}`, 'too-long')] : [];
	});
}

function problemsOfOptions(form: FormData, { languages }: Writing): Problem[] {
	const count = linesOf(form, 'options-sv').length;
	return languages.flatMap((language) => {
		const at = `options-${language}`;
		const lines = linesOf(form, at);
		if (language === 'sv' && count < 2) return [problem(at, 'too-few-options')];
		if (language === 'sv' && count > mostOptions) return [problem(at, 'too-many-options')];
		if (lines.length !== count) return [problem(at, 'unlike-options')];
		if (new Set(lines).size !== lines.length) return [problem(at, 'same-options')];
		return lines.some((line) => [...line].length > shortCharacters) ? [problem(at, 'long-option')] : [];
	});
}

const questionKey = ({ before, newKey }: Writing): string =>
	before && 'question' in before ? before.question.key : newKey();

/** "Don't know" in every language that the meeting speaks. */
function dontKnowIn(kind: Question['kind'], { languages }: Writing): Option {
	const { text, short, ...option } = kind === 'choice' ? dontKnow : dontKnowAlone;
	const told: Texts = { ...text };
	for (const language of languages) told[language] ??= m.participant_dont_know({}, { locale: language });
	return { ...option, ...(short && { short }), text: told };
}

function questionOf(
	form: FormData,
	kind: 'choice' | 'choices' | 'ranking' | 'text',
	writing: Writing
): Question {
	const apart = form.has('dontKnow') ? [dontKnowIn(kind, writing)] : [];
	return {
		key: questionKey(writing),
		version: 1,
		kind,
		text: textsOf(form, 'text', writing),
		options: kind === 'text' ? [] : [...optionsOf(form, writing), ...(kind === 'ranking' ? [] : apart)],
		...(kind === 'ranking' && { max: 3 }),
		...(kind === 'text' && { max: 200 })
	};
}

/** Where a review's numbers come from, as a form says it: `step:…` or `dialogue:…`. */
function sourcesOf(form: FormData): ReviewSource[] {
	const named = ['source-1', 'source-2'].map((name) => written(form, name).split(':'));
	return named.flatMap(([from, ...rest]): ReviewSource[] => {
		const id = rest.join(':');
		if (id === '') return [];
		return from === 'step' ? [{ from, stepId: id }] : from === 'dialogue' ? [{ from, questionKey: id }] : [];
	});
}

const minutesOf = (form: FormData): number | null => {
	const minutes = Number(written(form, 'minutes'));
	return Number.isInteger(minutes) && minutes > 0 && minutes <= 240 ? minutes : null;
};

function contentOf(form: FormData, kind: OwnKind, writing: Writing): StepContent {
	const text = () => textsOf(form, 'text', writing);
	const preset = written(form, 'preset');
	switch (kind) {
		case 'choice':
		case 'choices':
			return { kind: 'question', question: questionOf(form, kind, writing), joins: false };
		case 'priority':
			return { kind: 'priority', question: questionOf(form, 'ranking', writing), joins: false };
		case 'wall':
			return { kind: 'wall', question: questionOf(form, 'text', writing), joins: false };
		case 'hands':
		case 'dots':
			return { kind: 'tally', method: kind, text: text(), options: optionsOf(form, writing) };
		case 'notes':
			return { kind: 'notes', text: text() };
		case 'pause':
			return { kind: 'pause', text: text(), minutes: minutesOf(form) };
		case 'review':
			return { kind: 'review', sources: sourcesOf(form) };
		case 'information': {
			const ready = preset === 'answers-used' || preset === 'help' ? preset : null;
			return { kind, preset: ready, heading: textsOf(form, 'heading', writing), text: text() };
		}
	}
}

const withOptions: readonly OwnKind[] = ['choice', 'choices', 'priority', 'hands', 'dots'];

function problemsIn(form: FormData, content: StepContent, writing: Writing): Problem[] {
	if (content.kind === 'review') return content.sources.length > 0 ? [] : [problem('source-1', 'no-source')];
	if (content.kind === 'information') {
		if (content.preset) return [];
		return [
			...problemsOfText(content.heading, 'heading', writing),
			...problemsOfText(content.text, 'text', writing)
		];
	}
	const texts = 'question' in content ? content.question.text : content.text;
	return problemsOfText(texts, 'text', writing);
}

/** A point of the agenda from its form, or what is to be mended. */
export function stepFromForm(form: FormData, kind: OwnKind, writing: Writing): Outcome<StepContent> {
	const content = contentOf(form, kind, writing);
	const problems = [
		...problemsIn(form, content, writing),
		...(withOptions.includes(kind) ? problemsOfOptions(form, writing) : [])
	];
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: content };
}

/** The kind that a point was written as; null for what cannot be written by hand. */
export function ownKindOf(content: StepContent): OwnKind | null {
	if (content.kind === 'tally') return content.method;
	if (content.kind !== 'question') return content.kind;
	const { kind } = content.question;
	return kind === 'choice' || kind === 'choices' ? kind : null;
}
