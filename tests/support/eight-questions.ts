import type { Texts } from '#lib/i18n/languages.ts';
import type { Option, Question, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { Random } from '#lib/server/random.ts';

type Row = [key: string, sv: string, en: string, options: string[][]];

const agree = [
	['no', 'Nej', 'No'],
	['partly', 'Delvis', 'Partly'],
	['yes', 'Ja', 'Yes'],
	['dont_know', 'Vet inte', "Don't know"]
];

const often = [
	['never', 'Aldrig', 'Never'],
	['sometimes', 'Ibland', 'Sometimes'],
	['weekly', 'Varje vecka', 'Every week'],
	['daily', 'Varje dag', 'Every day']
];

const rows: Row[] = [
	['evening_walk', 'Går du ut ensam på kvällen?', 'Do you go out alone in the evening?', often],
	['sees_police', 'Hur ofta ser du polis?', 'How often do you see police?', often],
	['lights_work', 'Fungerar belysningen där du bor?', 'Do the street lights work where you live?', agree],
	['paths_clear', 'Är gångvägarna fria från buskar?', 'Are the footpaths free from bushes?', agree],
	['traffic_calm', 'Är trafiken lugn?', 'Is the traffic calm?', agree],
	['young_things', 'Finns det saker att göra för unga?', 'Are there things to do for young people?', agree],
	['knows_contact', 'Vet du vem du kan kontakta?', 'Do you know whom to contact?', agree],
	['feels_heard', 'Känner du att någon lyssnar?', 'Do you feel that somebody listens?', agree]
];

const texts = (sv: string, en: string): Texts => ({ sv, en });

const option = ([key = '', sv = '', en = '']: string[]): Option => ({
	key,
	text: texts(sv, en),
	...(key === 'dont_know' && { apart: true })
});

const questions: Question[] = rows.map(([key, sv, en, options]) => ({
	key,
	version: 1,
	kind: 'choice',
	text: texts(sv, en),
	options: options.map(option)
}));

/** Eight one-choice questions without background: what taps, bytes and throughput are measured on. */
export const eightQuestions: QuestionnaireDefinition = {
	title: texts('Åtta frågor', 'Eight questions'),
	intro: texts('Åtta korta frågor om din vardag.', 'Eight short questions about your everyday life.'),
	questions,
	background: []
};

/** An answer to each of the eight questions. */
export const eightAnswers = (random: Random): Record<string, string> =>
	Object.fromEntries(
		questions.map(({ key, options }) => [key, options[random.integer(0, options.length - 1)]!.key])
	);
