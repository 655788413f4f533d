import { expect, test } from 'vitest';
import { defaultReview, monthsAfter, reviewOf } from './review.ts';

test('months end where the month ends', () => {
	expect(monthsAfter('2027-01-31', 1)).toBe('2027-02-28');
	expect(monthsAfter('2027-03-15', 24)).toBe('2029-03-15');
	expect(monthsAfter('2027-11-30', 3)).toBe('2028-02-29');
});

test('a picture is far from its review, then reminded of, then late', () => {
	const on = (today: string) => reviewOf('2027-03-15', defaultReview, today).state;
	expect(on('2028-09-14')).toBe('far');
	expect(on('2028-09-15')).toBe('soon');
	expect(on('2029-03-15')).toBe('soon');
	expect(on('2029-03-16')).toBe('overdue');
});
