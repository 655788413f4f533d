import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageQuestion } from '../bank/background.ts';
import type { BackgroundQuestion } from '../question.ts';
import { mergeBands } from './age-bands.ts';

const age = (...texts: string[]): BackgroundQuestion => ({
	key: 'age',
	text: { sv: 'Ålder' },
	options: texts.map((sv, index) => ({ key: `b${index}`, text: { sv } }))
});
const words = (question: BackgroundQuestion | undefined) => question?.options.map(({ text }) => text.sv);

describe('merged age bands', () => {
	test('are as even as can be, and what stands apart stays', () => {
		expect(words(mergeBands(ageQuestion, 4, ['sv', 'en']))).toEqual([
			'Under 16 år',
			'16–29 år',
			'30–64 år',
			'65 år eller äldre',
			'Vill inte svara'
		]);
		expect(words(mergeBands(ageQuestion, 2, ['sv']))).toEqual([
			'Under 30 år',
			'30 år eller äldre',
			'Vill inte svara'
		]);
	});

	test('are written in the languages of the draft', () => {
		const merged = mergeBands(ageQuestion, 3, ['sv', 'sv-x-lattlast', 'en', 'so'])!;
		expect(merged.options[0]!.text).toEqual({
			sv: 'Under 20 år',
			'sv-x-lattlast': 'Under 20 år',
			en: 'Under 20',
			so: '0–19'
		});
		expect(merged.options[2]!.text.so).toBe('65+');
	});

	test.each([
		['other words', age('Ung', 'Medel', 'Gammal')],
		['a gap', age('Under 20 år', '25–40 år', '41 år eller äldre')],
		['an overlap', age('Under 20 år', '19–40 år', '41 år eller äldre')],
		['an open band in the middle', age('Under 20 år', '20 år eller äldre', '41–60 år')],
		['few bands already', age('Under 20 år', '20 år eller äldre')]
	])('are not made of %s', (_, question) => {
		expect(mergeBands(question, 2, ['sv'])).toBeUndefined();
	});

	test('read other ways to write a band', () => {
		expect(words(mergeBands(age('yngre än 20', '20-39', '40 till 59', '60+'), 2, []))).toEqual([
			'Under 40 år',
			'40 år eller äldre'
		]);
	});

	test('cover the same years without overlap, in so many bands as wanted', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 5, max: 110 }), { minLength: 2, maxLength: 12 }),
				fc.integer({ min: 2, max: 11 }),
				(cuts, most) => {
					const ends = cuts.sort((a, b) => a - b);
					const question = age(
						`Under ${ends[0]} år`,
						...ends.slice(1).map((end, index) => `${ends[index]}–${end - 1} år`),
						`${ends.at(-1)} år eller äldre`
					);
					const merged = mergeBands(question, most, []);
					if (question.options.length <= most) return merged === undefined;
					expect(merged!.options).toHaveLength(most);
					// Merged once more, they are still bands that follow each other.
					expect(most === 2 || mergeBands(merged!, 2, [])).toBeTruthy();
					return new Set(merged!.options.map(({ key }) => key)).size === most;
				}
			)
		);
	});
});
