import { describe, expect, test } from 'vitest';
import { dialogueStates, takesAnswers } from './dialogue.ts';

const opensAt = new Date('2027-03-01T00:00:00Z');
const closesAt = new Date('2027-04-01T00:00:00Z');

describe('an answer is taken', () => {
	test.each([
		['2027-02-28T23:59:59.999Z', false],
		['2027-03-01T00:00:00.000Z', true],
		['2027-03-31T23:59:59.999Z', true],
		['2027-04-01T00:00:00.000Z', false]
	])('at %s: %s', (now, taken) => {
		expect(takesAnswers({ state: 'open', opensAt, closesAt }, new Date(now))).toBe(taken);
	});

	test('at any time after the opening of an ongoing dialogue', () => {
		expect(takesAnswers({ state: 'open', opensAt, closesAt: null }, new Date('2037-01-01'))).toBe(true);
	});

	test('in the state open only', () => {
		const now = new Date('2027-03-15T00:00:00Z');
		expect(dialogueStates.filter((state) => takesAnswers({ state, opensAt, closesAt }, now))).toEqual([
			'open'
		]);
	});
});
