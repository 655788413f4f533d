import { describe, expect, test } from 'vitest';
import { template } from './bank/templates.ts';
import { questionCount, secondsToAnswer, taps, timeToAnswer } from './estimate.ts';
import type { Question, QuestionKind, QuestionnaireDefinition } from './question.ts';

const asking = (...kinds: QuestionKind[]): QuestionnaireDefinition => ({
	title: { sv: 'Enkät' },
	questions: kinds.map((kind, index): Question => ({
		key: `q${index}`,
		version: 1,
		kind,
		text: { sv: 'Fråga' },
		options: kind === 'text' ? [] : ['a', 'b', 'c', 'd'].map((key) => ({ key, text: { sv: key } }))
	})),
	background: []
});
const eight = asking(...Array<QuestionKind>(8).fill('choice'));

describe('the number of taps', () => {
	test('of eight questions with one choice is ten', () => expect(taps(eight)).toBe(10));
	test.each<[QuestionKind, number]>([
		['choice', 1],
		['scale', 1],
		['place', 1],
		['choices', 3],
		['ranking', 3],
		['text', 1]
	])('for %s is %i', (kind, expected) => expect(taps(asking(kind))).toBe(2 + expected));
});

describe('the number of questions', () => {
	test('is one number where everybody is asked the same, and two where it depends on the answers', () => {
		expect(questionCount(eight)).toBe('8');
		const areas = [{ key: 'centrum', text: { sv: 'Centrum' } }];
		expect(questionCount(template('S8', { areas }))).toBe('7–8');
	});
});

describe('the time', () => {
	test('of eight questions with one choice is at most 90 seconds and promised as two minutes', () => {
		expect(secondsToAnswer(eight)).toBeLessThanOrEqual(90);
		expect(timeToAnswer(eight)).toMatchObject({ sv: 'ungefär 2 minuter', en: 'about 2 minutes' });
	});
	test('of the kiosk set is promised as one minute and of the short set as two', () => {
		const areas = [{ key: 'centrum', text: { sv: 'Centrum', en: 'Centre' } }];
		expect(timeToAnswer(template('K3', { areas })).sv).toBe('ungefär 1 minut');
		expect(timeToAnswer(template('S8', { areas })).sv).toBe('ungefär 2 minuter');
	});
});
