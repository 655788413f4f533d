import { backgroundField } from '../questionnaire/form-fields.ts';
import type { QuestionnaireDefinition } from '../questionnaire/question.ts';
import { readFormAnswer } from '../questionnaire/question-kinds.ts';

/** What a browser sent from the answering page, unchecked. */
export interface SentForm {
	/** Undefined when it is missing or not one of ours. */
	key: string | undefined;
	version: number;
	answers: Record<string, unknown>;
	background: Record<string, unknown>;
	/** The one-time code as it was written; empty when there is none. */
	code: string;
	/** What was worked out, or the ticket of a wait, since very many answers came from the same network. */
	proof: string | undefined;
	ticket: string | undefined;
	/** Keys of the questions that the page showed; undefined when it does not say. */
	shown: string[] | undefined;
	/** Every field as it was written, to be shown again. */
	values: Record<string, string[]>;
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');

/** Fields of questions that the questionnaire does not have; they are handed on, so that they are refused. */
function foreignFields(prefix: 'q' | 'b', form: FormData, known: Set<string>): Record<string, unknown> {
	const names = [...form.keys()]
		.filter((name) => name.startsWith(`${prefix}.`))
		.map((name) => name.split('.')[1]!);
	return Object.fromEntries(names.filter((name) => !known.has(name)).map((name) => [name, '?']));
}

function valuesOf(form: FormData): Record<string, string[]> {
	const names = [...new Set(form.keys())].filter((name) => /^[qb]\./.test(name));
	return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(textOf)]));
}

/** Reads the sent form by the questionnaire's own fields. */
export function readSentForm(definition: QuestionnaireDefinition, form: FormData): SentForm {
	const key = textOf(form.get('key'));
	const questions = new Set<string>(definition.questions.map((question) => question.key));
	const dimensions = new Set<string>(definition.background.map((question) => question.key));
	const answers = definition.questions.map((question) => [question.key, readFormAnswer(question, form)]);
	const background = definition.background.map(({ key: dimension }) => [
		dimension,
		form.get(backgroundField(dimension))
	]);
	return {
		key: /^[A-Za-z0-9_-]{22}$/.test(key) ? key : undefined,
		version: Number(textOf(form.get('version'))),
		answers: { ...Object.fromEntries(answers), ...foreignFields('q', form, questions) },
		background: { ...Object.fromEntries(background), ...foreignFields('b', form, dimensions) },
		code: textOf(form.get('code')).slice(0, 100),
		proof: textOf(form.get('proof')) || undefined,
		ticket: textOf(form.get('ticket')) || undefined,
		shown: form.has('shown') ? textOf(form.get('shown')).split(' ') : undefined,
		values: valuesOf(form)
	};
}
