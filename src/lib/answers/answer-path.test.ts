import { describe, expect, test } from 'vitest';
import type { Question, QuestionnaireDefinition } from '../questionnaire/question.ts';
import { answerPath } from './answer-path.ts';
import { checkSheet } from './answer-sheet.ts';

const ask = (key: string, more: Partial<Question> = {}): Question => ({
	key,
	version: 1,
	kind: 'choices',
	max: 2,
	text: { sv: key },
	options: ['yes', 'no', 'maybe'].map((option) => ({ key: option, text: { sv: option } })),
	...more
});
const text: Partial<Question> = { kind: 'text', options: [], max: 5 };
const after = (question: string) => ({ showIf: { question, anyOf: ['yes'] } });

const definition: QuestionnaireDefinition = {
	title: { sv: 'Prov' },
	questions: [ask('safe'), ask('why', after('safe')), ask('how', { ...text, ...after('why') }), ask('last')],
	background: []
};

describe('the questions that are asked', () => {
	test('begin with those that hang on nothing', () =>
		expect(answerPath(definition, {})).toEqual({ asked: ['safe', 'last'], more: [] }));

	test('are new when the page has not shown them', () => {
		const shown = ['safe', 'last'];
		expect(answerPath(definition, { safe: ['yes'] }, shown).more).toEqual(['why']);
		expect(answerPath(definition, { safe: ['yes'], why: ['yes'] }, shown).more).toEqual(['why', 'how']);
		expect(answerPath(definition, { safe: ['yes'] }, ['safe', 'why', 'last']).more).toEqual([]);
		expect(answerPath(definition, { safe: ['no'], why: ['yes'] }, shown).more).toEqual([]);
	});

	test('follow also from an answer that has to be mended', () =>
		expect(answerPath(definition, { safe: ['yes', 'no', 'maybe'] }, ['safe', 'last']).more).toEqual(['why']));

	test('do not follow from what is no answer', () => {
		for (const safe of ['', [], null, undefined, 7, { yes: 'yes' }, [['yes']], ['yes', 7]])
			expect(answerPath(definition, { safe }).asked).toEqual(['safe', 'last']);
		expect(answerPath(definition, JSON.parse('{"__proto__": {"safe": "yes"}}')).asked).toEqual([
			'safe',
			'last'
		]);
	});
});

describe('an answer to a question that is not asked', () => {
	const check = (answers: Record<string, unknown>) =>
		checkSheet(definition, { answers, background: {}, channel: 'web' });

	test('is dropped, and so is the text that it led to', () =>
		expect(check({ safe: ['no'], why: ['yes'], how: 'Mörkt' })).toMatchObject({
			ok: true,
			value: { answers: { safe: ['no'] }, texts: [] }
		}));

	test('is nothing to mend when it breaks a limit', () =>
		expect(check({ safe: ['no'], why: ['yes', 'no', 'maybe'], how: 'Alldeles för långt' })).toMatchObject({
			ok: true,
			value: { answers: { safe: ['no'] }, texts: [] }
		}));

	test('is refused when the question has no such option', () =>
		expect(check({ safe: ['no'], why: ['foreign'] })).toMatchObject({
			problems: [{ at: 'answers.why', code: 'unknown-option' }]
		}));

	test('alone makes an empty sheet', () =>
		expect(check({ why: ['yes'], how: 'Mörkt' })).toMatchObject({ problems: [{ code: 'empty' }] }));
});
