import { describe, expect, test } from 'vitest';
import { shownDefinition } from '#tests/support/published.ts';
import { emptyHistogram } from '../sealing/histogram.ts';
import { tallyQuestion } from './tally.ts';

const [priority, scale, text] = shownDefinition.questions;

describe('the tally of one question', () => {
	test('what is answered, skipped and withheld is what was sealed', () => {
		const histogram = { sheets: 30, skipped: 4, counts: { '1': 2, '2': 6, '3': 8, '4': 6, dont_know: 4 } };
		const tallied = tallyQuestion(scale!, { sheets: 42, histogram }, 'sv');
		expect(tallied).toMatchObject({ n: 26, skipped: 4, withheld: 12, base: 22 });
	});

	test('shares are of those who did not say "don\'t know", which has a number and no share', () => {
		const histogram = { sheets: 30, skipped: 0, counts: { '1': 5, '2': 5, '3': 5, '4': 10, dont_know: 5 } };
		const { options } = tallyQuestion(scale!, { sheets: 30, histogram }, 'en');
		expect(options.map(({ share }) => share)).toEqual([0.2, 0.2, 0.2, 0.4, null]);
		expect(options.at(-1)).toEqual({
			key: 'dont_know',
			text: "Don't know",
			count: 5,
			share: null,
			rank: null,
			tied: false,
			apart: true
		});
	});

	test('a ranking counts among the chosen and as the first', () => {
		const histogram = {
			sheets: 20,
			skipped: 0,
			counts: { lighting: 15, drugs: 14, speeding: 4 },
			first: { lighting: 9, drugs: 8, speeding: 3 }
		};
		const { options } = tallyQuestion(priority!, { sheets: 20, histogram }, 'sv');
		expect(options.map(({ key, count, first, rank, tied }) => [key, count, first, rank, tied])).toEqual([
			['lighting', 15, 9, 1, true],
			['drugs', 14, 8, 1, true],
			['speeding', 4, 3, 3, false]
		]);
	});

	test('what is not published is null and hidden, never 0', () => {
		const tallied = tallyQuestion(priority!, { sheets: 12, histogram: emptyHistogram() }, 'sv');
		expect(tallied).toMatchObject({ n: null, hidden: true, skipped: null, withheld: 12, base: null });
		for (const option of tallied.options)
			expect(option).toMatchObject({ count: null, hidden: true, share: null, rank: null, first: null });
		expect(JSON.stringify(tallied.options)).not.toContain('0');
	});

	test('everybody may have said "don\'t know": then there are no shares to give', () => {
		const counts = { '1': 0, '2': 0, '3': 0, '4': 0, dont_know: 9 };
		const { base, options } = tallyQuestion(
			scale!,
			{ sheets: 10, histogram: { sheets: 10, skipped: 1, counts } },
			'sv'
		);
		expect(base).toBe(0);
		expect(options.map(({ share }) => share)).toEqual([null, null, null, null, null]);
	});

	test('a text has a number of writers and nothing else', () => {
		const tallied = tallyQuestion(
			text!,
			{ sheets: 20, histogram: { sheets: 20, skipped: 13, counts: {} } },
			'sv'
		);
		expect(tallied).toMatchObject({ n: 7, skipped: 13, withheld: 0, options: [] });
	});
});
