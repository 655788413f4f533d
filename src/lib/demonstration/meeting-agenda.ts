import type { StepContent } from '#lib/meetings/step.ts';
import type { Question } from '#lib/questionnaire/question.ts';

const wall: Question = {
	key: 'one_thing',
	version: 1,
	kind: 'text',
	text: {
		sv: 'Vad är det viktigaste vi ska göra redan i vår?',
		en: 'What is the most important thing to do this spring?'
	},
	help: { sv: 'Skriv kort, utan namn och nummer.', en: 'Keep it short, without names or numbers.' },
	options: [],
	max: 140
};

const asked = (question: Question, kind: 'question' | 'priority'): StepContent => ({
	kind,
	question,
	joins: true
});

/**
 * The agenda of the demonstration's meeting: how answers are used, a question and a ranking of the open dialogue, hands,
 * a wall, a pause and a look back at what the dialogue says.
 */
export function meetingAgenda(questions: readonly Question[]): StepContent[] {
	const safe = questions.find(({ kind }) => kind === 'scale' || kind === 'choice')!;
	const priority = questions.find(({ kind }) => kind === 'ranking')!;
	return [
		{
			kind: 'information',
			preset: 'answers-used',
			heading: { sv: 'Så används svaren', en: 'How the answers are used' },
			text: { sv: '', en: '' }
		},
		asked(safe, 'question'),
		asked(priority, 'priority'),
		{
			kind: 'tally',
			method: 'hands',
			text: { sv: 'Vem är här i kväll?', en: 'Who is here tonight?' },
			options: [
				{ key: 'lives', text: { sv: 'Bor i Säffle', en: 'Lives in Säffle' } },
				{ key: 'works', text: { sv: 'Arbetar i Säffle', en: 'Works in Säffle' } },
				{ key: 'visits', text: { sv: 'Är på besök', en: 'Is visiting' } }
			]
		},
		{ kind: 'wall', question: wall, joins: false },
		{ kind: 'pause', text: { sv: 'Paus och fika', en: 'Coffee break' }, minutes: 10 },
		{ kind: 'review', sources: [{ from: 'dialogue', questionKey: priority.key }] }
	];
}
