import { describe, expect, test } from 'vitest';
import { asked, many } from '#tests/support/faulty-drafts.ts';
import { historyOf, type VersionAsked } from './version-history.ts';

const version = (number: number, years: string[], questions = [asked()]): VersionAsked => ({
	version: number,
	years,
	definition: { title: { sv: 'Trygg' }, questions, background: [] }
});
const gone = asked({ key: 'gone' });
const changed = asked({ options: many(5), version: 2 });
const history = historyOf([
	version(4, [], [asked({ key: 'new' }), { ...changed, text: { sv: 'Hur trygg är du?' } }]),
	version(3, ['2028'], [changed]),
	version(2, ['2026', '2027'], [gone]),
	version(1, ['2025'], [asked(), gone])
]);

describe('the history of a questionnaire', () => {
	test('has every question that was asked, those of the newest version first', () =>
		expect(history.map(({ key, current }) => [key, current])).toEqual([
			['new', true],
			['safe', true],
			['gone', false]
		]));

	test('marks the version whose answers cannot be compared with the one before that asked it', () =>
		expect(history[1]!.steps.map((step) => [step.version, step.changed])).toEqual([
			[4, false],
			[3, true],
			[1, false]
		]));

	test('knows the years', () =>
		expect(history[2]!.steps.map(({ years }) => years)).toEqual([['2026', '2027'], ['2025']]));
});
