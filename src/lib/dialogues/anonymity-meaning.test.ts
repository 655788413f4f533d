import { describe, expect, test } from 'vitest';
import { asked, dontKnow, draft, many } from '#tests/support/faulty-drafts.ts';
import { anonymityMeaning } from './anonymity-meaning.ts';
import { defaultSettings } from './settings.ts';

const content = draft([asked()], {
	background: [
		{ key: 'district', text: { sv: 'Var?' }, options: [...many(6), dontKnow] },
		{ key: 'gender', text: { sv: 'Kön' }, options: many(3) }
	]
});
const settings = defaultSettings.openLink;

describe('what anonymity means', () => {
	test('in a small municipality: each area is shown when ten have answered there', () => {
		const meaning = anonymityMeaning({ content, population: 3000, settings });
		expect(meaning).toMatchObject({
			crowd: 10,
			expected: 90,
			first: { from: 20, to: 30 },
			sensitive: null,
			splits: [
				{ dimension: 'district', options: 6, each: 15, reached: true },
				{ dimension: 'gender', options: 3, each: 30, reached: true }
			]
		});
		expect(meaning.examples.map(({ answers, together, by }) => [answers, together, by.join()])).toEqual([
			[9, 'never', ''],
			[10, 'at-closing', ''],
			[30, 'running', 'gender'],
			[60, 'running', 'district,gender'],
			[90, 'running', 'district,gender']
		]);
		expect(meaning.examples.find(({ expected }) => expected)?.answers).toBe(90);
	});

	test('among 300 inhabitants: nine answers show nothing', () => {
		const meaning = anonymityMeaning({ content, population: 300, settings });
		expect(meaning.splits.map(({ reached }) => reached)).toEqual([false, false]);
		expect(meaning.examples[0]).toEqual({ answers: 9, together: 'never', by: [], expected: true });
	});

	test('with the strict setting: nothing before the dialogue closes', () => {
		const meaning = anonymityMeaning({ content, population: 3000, settings: defaultSettings.strict });
		expect(meaning.first).toBeNull();
		expect(meaning.examples.map(({ together }) => together)).not.toContain('running');
	});

	test('with a sensitive question: twenty, once', () => {
		const sensitive = { ...content, questions: [asked({ sensitive: true })] };
		expect(anonymityMeaning({ content: sensitive, population: 3000, settings }).sensitive).toBe(20);
	});

	test('where nobody knows how many: no promise about each option', () => {
		const meaning = anonymityMeaning({ content, population: null, settings });
		expect(meaning.splits.map(({ each, reached }) => [each, reached])).toEqual([
			[null, null],
			[null, null]
		]);
	});
});
