import { expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import type { QuestionnaireDefinition } from '../questionnaire/question.ts';
import { answerPage } from './answer-page.ts';
import { rehearsedLines, type RehearsedSheet } from './rehearsal.ts';
import { namedPage } from './unfinished-page.ts';

const hanging: QuestionnaireDefinition = {
	...definition,
	questions: definition.questions.map((question) =>
		question.key === 'problems' ? { ...question, showIf: { question: 'lighting', anyOf: ['no'] } } : question
	)
};

const linesOf = (sheet: Partial<RehearsedSheet>) =>
	rehearsedLines(answerPage(hanging, 'sv'), { answers: {}, texts: [], background: {}, ...sheet }).map(
		({ key, state, answers }) => [key, state, ...answers]
	);

test('a rehearsed sheet says in words what is kept, what was skipped and what was not asked', () => {
	expect(
		linesOf({
			answers: { lighting: 'yes', priority: ['light', 'police'], words: '' },
			texts: [{ question: 'words', text: 'Mörkt' }]
		})
	).toEqual([
		['lighting', 'answered', 'Ja'],
		['problems', 'not-asked'],
		['priority', 'answered', '1. Ljus', '2. Fler poliser'],
		['words', 'answered', 'Mörkt'],
		['background.district', 'skipped']
	]);
	expect(linesOf({ answers: { lighting: 'no' }, background: { district: 'island' } })).toEqual([
		['lighting', 'answered', 'Nej'],
		['problems', 'skipped'],
		['priority', 'skipped'],
		['words', 'skipped'],
		['background.district', 'answered', 'Ön']
	]);
});

test('an option that the draft no longer has is named by its key', () =>
	expect(linesOf({ answers: { lighting: 'gone' } })[0]).toEqual(['lighting', 'answered', 'gone']));

test('what has no words yet says what it is', () => {
	const empty = { ...hanging.questions[0]!, text: { sv: ' ' }, options: [{ key: 'a', text: { sv: '' } }] };
	const page = namedPage(answerPage({ ...hanging, questions: [empty] }, 'sv'));
	expect(page.questions[0]).toMatchObject({ text: 'Fråga utan text', options: [{ text: 'Svar 1' }] });
});
