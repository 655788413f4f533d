import type { Texts } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dontKnow, dontKnowAlone } from '#lib/questionnaire/bank/notation.ts';
import type { Option, Question } from '#lib/questionnaire/question.ts';
import type { Outcome } from '#lib/server/problem.ts';
import type { ReviewSource, StepContent } from '../step.ts';
import { problemsOfOptions, problemsOfWords } from './step-problems.ts';
import { optionsOf, textsOf, written, type Writing } from './written-step.ts';

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

/** A point of the agenda from its form, or what is to be mended. */
export function stepFromForm(form: FormData, kind: OwnKind, writing: Writing): Outcome<StepContent> {
	const content = contentOf(form, kind, writing);
	const problems = [
		...problemsOfWords(content, writing),
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
