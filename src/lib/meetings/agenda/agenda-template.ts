import { everyQuestion } from '#lib/questionnaire/bank/every-question.ts';
import { inBoth, type Words } from '#lib/questionnaire/bank/notation.ts';
import type { Option, Question } from '#lib/questionnaire/question.ts';
import type { StepContent } from '../step.ts';

/** Half an hour in a class or a club, an evening, an evening with talks at tables. */
export const agendaTemplateNames = ['short', 'evening', 'tables'] as const;

export type AgendaTemplateName = (typeof agendaTemplateNames)[number];

const nowhere: Words = ['', ''];

const ready = (preset: 'answers-used' | 'help'): StepContent => ({
	kind: 'information',
	preset,
	heading: inBoth(nowhere),
	text: inBoth(nowhere)
});

const asked = (question: Question | undefined): StepContent[] =>
	question ? [{ kind: question.kind === 'ranking' ? 'priority' : 'question', question, joins: false }] : [];

const hands = (text: Words, options: [string, Words][]): StepContent => ({
	kind: 'tally',
	method: 'hands',
	text: inBoth(text),
	options: options.map(([key, words]) => ({ key, text: inBoth(words) }))
});

const yesNo: [string, Words][] = [
	['yes', ['Ja', 'Yes']],
	['no', ['Nej', 'No']]
];

const pause = (minutes: number): StepContent => ({
	kind: 'pause',
	text: inBoth(['Paus', 'Break']),
	minutes
});

const talks: StepContent = {
	kind: 'notes',
	text: inBoth(['Vad skulle göra dig tryggare där du bor?', 'What would make you feel safer where you live?'])
};

const warmUp = hands(
	['Har du varit på ett dialogmöte förut?', 'Have you been to a dialogue meeting before?'],
	yesNo
);
const goOn = hands(['Vill du veta hur det går?', 'Do you want to hear how it goes?'], yesNo);

type Bank = (key: string) => StepContent[];

const agendas: Record<AgendaTemplateName, (bank: Bank) => StepContent[]> = {
	short: (bank) => [ready('answers-used'), ...bank('safe_overall'), ...bank('priority'), ready('help')],
	evening: (bank) => [
		ready('answers-used'),
		warmUp,
		...bank('safe_overall'),
		...bank('safe_evening'),
		...bank('unsafe_place'),
		pause(15),
		...bank('priority'),
		...bank('improve'),
		goOn,
		ready('help')
	],
	tables: (bank) => [
		ready('answers-used'),
		warmUp,
		...bank('safe_overall'),
		...bank('priority'),
		talks,
		pause(15),
		...bank('improve'),
		...bank('influence'),
		ready('help')
	]
};

/**
 * A ready agenda with questions of the bank, to be used as it is or changed.
 * @param areas the place's own; with none, questions about places are left out
 */
export function agendaTemplate(name: AgendaTemplateName, areas: readonly Option[]): StepContent[] {
	const questions = new Map(everyQuestion(areas).map((question) => [question.key, question]));
	return agendas[name]((key) => asked(questions.get(key)));
}

/** The point that asks a ready question. */
export const askedStep = (question: Question, joins: boolean): StepContent => ({
	kind: question.kind === 'ranking' ? 'priority' : question.kind === 'text' ? 'wall' : 'question',
	question,
	joins
});
