import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSheet } from '../answers/answer-sheet.ts';
import { template } from '../questionnaire/bank/templates.ts';
import { seededRandom } from '../server/random.ts';
import { saffleAreas } from './areas.ts';
import { answerAsResident, residentsOf } from './resident.ts';

const form = template('S8', { areas: saffleAreas });

test('whatever a simulated resident answers is a sound answer sheet', () => {
	fc.assert(
		fc.property(fc.string(), (seed) => {
			const random = seededRandom(seed);
			const { answers, background } = residentsOf('1785', form)(random);
			const sheet = checkSheet(form, { answers, background, channel: 'web' });
			expect(sheet.ok).toBe(Object.keys(answers).length > 0);
		}),
		{ numRuns: 300 }
	);
});

test('the same seed gives the same answers', () => {
	const answers = () => answerAsResident(form, () => ({}), seededRandom('one'));
	expect(answers()).toEqual(answers());
});

test('an option that attracts more is chosen more often', () => {
	const random = seededRandom('many');
	const leanings = { safe_overall: { '1': 1, '2': 1, '3': 1, '4': 12 } };
	const replies = Array.from({ length: 300 }, () => answerAsResident(form, () => leanings, random));
	const chose4 = replies.filter(({ answers }) => answers.safe_overall === '4').length;
	expect(chose4).toBeGreaterThan(150);
});
