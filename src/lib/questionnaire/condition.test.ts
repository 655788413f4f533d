import { describe, expect, test } from 'vitest';
import { askedAnswers, checkConditions, isAsked } from './condition.ts';
import type { Condition, Question } from './question.ts';

const ask = (key: string, showIf?: Condition): Question => ({
	key,
	version: 1,
	kind: 'choices',
	text: { sv: key },
	options: ['yes', 'no', 'maybe'].map((option) => ({ key: option, text: { sv: option } })),
	...(showIf && { showIf })
});

const why = ask('why', { question: 'exposed', anyOf: ['yes', 'maybe'] });
const what = ask('what', { question: 'why', anyOf: ['yes'] });
const definition = { questions: [ask('exposed'), why, what] };

describe('a question with a condition', () => {
	test('is asked when the earlier question got one of the options', () => {
		expect(isAsked(why, { exposed: 'maybe' })).toBe(true);
		expect(isAsked(why, { exposed: ['no', 'yes'] })).toBe(true);
	});
	test('is not asked otherwise', () => {
		expect(isAsked(why, { exposed: 'no' })).toBe(false);
		expect(isAsked(why, {})).toBe(false);
	});
	test('does not take a member of every object for an answer', () =>
		expect(isAsked(ask('x', { question: 'constructor', anyOf: ['yes'] }), {})).toBe(false));
	test('without one is always asked', () => expect(isAsked(ask('exposed'), {})).toBe(true));
});

describe('the answers that count', () => {
	test('are all of them when every question was asked', () => {
		const answers = { exposed: 'yes', why: ['yes'], what: 'no' };
		expect(askedAnswers(definition, answers)).toEqual(answers);
	});
	test('leave out what follows from a question that was not asked', () =>
		expect(askedAnswers(definition, { exposed: 'no', why: 'yes', what: 'no' })).toEqual({ exposed: 'no' }));
});

describe('a condition is refused', () => {
	const codes = (...questions: Question[]) => checkConditions({ questions }).map(({ code }) => code);

	test('never when it names an earlier question and its options', () =>
		expect(checkConditions(definition)).toEqual([]));
	test('on a later question', () => expect(codes(why, ask('exposed'))).toEqual(['condition-not-earlier']));
	test('on the question itself', () =>
		expect(codes(ask('a', { question: 'a', anyOf: ['yes'] }))).toEqual(['condition-not-earlier']));
	test('on an unknown question', () => expect(codes(why)).toEqual(['condition-not-earlier']));
	test('on an unknown option', () =>
		expect(codes(ask('a'), ask('b', { question: 'a', anyOf: ['yes', 'x'] }))).toEqual([
			'condition-unknown-option'
		]));
	test('without options', () =>
		expect(codes(ask('a'), ask('b', { question: 'a', anyOf: [] }))).toEqual(['condition-empty']));
});
