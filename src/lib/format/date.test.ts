import { describe, expect, test } from 'vitest';
import { formatDay, formatDayInYear, formatPeriod, formatPeriodInYear } from './date.ts';

/** Day and month are held together by a space that does not break. */
const held = (text: string) => text.replace(' ', '\u00a0');

describe('a day', () => {
	test.each([
		['2027-06-01', '1 juni 2027', '1 June 2027', '1 juni', '1 June'],
		['2027-12-31', '31 december 2027', '31 December 2027', '31 december', '31 December'],
		['2028-02-29', '29 februari 2028', '29 February 2028', '29 februari', '29 February']
	])('%s reads "%s", "%s", "%s" and "%s"', (day, ...[sv, en, svShort, enShort]) => {
		expect(formatDay(day, 'sv')).toBe(held(sv));
		expect(formatDay(day, 'en')).toBe(held(en));
		expect(formatDayInYear(day, 'sv')).toBe(held(svShort));
		expect(formatDayInYear(day, 'en')).toBe(held(enShort));
	});

	test.each([
		['2027-05-31T21:59:59Z', '31 maj 2027'],
		['2027-05-31T22:00:00Z', '1 juni 2027'],
		['2027-12-31T22:59:59Z', '31 december 2027'],
		['2027-12-31T23:00:00Z', '1 januari 2028']
	])('is the one it is in Sweden at %s: %s', (moment, day) => {
		expect(formatDay(new Date(moment), 'sv')).toBe(held(day));
	});

	test('is refused when it is no date', () => {
		expect(() => formatDay('soon', 'sv')).toThrow(RangeError);
	});
});

describe('a period', () => {
	test.each([
		['2027-06-01', '2027-06-03', '1–3 juni 2027', '1–3 June 2027'],
		['2027-06-01', '2027-07-03', '1 juni–3 juli 2027', '1 June – 3 July 2027'],
		['2027-12-01', '2028-01-15', '1 december 2027–15 januari 2028', '1 December 2027 – 15 January 2028'],
		['2027-06-01', '2027-06-01', '1 juni 2027', '1 June 2027']
	])('from %s to %s reads "%s" and "%s"', (from, to, ...[sv, en]) => {
		expect(formatPeriod(from, to, 'sv')).toBe(sv);
		expect(formatPeriod(from, to, 'en')).toBe(en);
	});

	test.each([
		['2027-06-01', '2027-06-03', '1–3 juni', '1–3 June'],
		['2027-06-01', '2027-07-03', '1 juni–3 juli', '1 June – 3 July'],
		['2027-12-01', '2028-01-15', '1 december 2027–15 januari 2028', '1 December 2027 – 15 January 2028']
	])('from %s to %s reads "%s" and "%s" without its year', (from, to, ...[sv, en]) => {
		expect(formatPeriodInYear(from, to, 'sv')).toBe(sv);
		expect(formatPeriodInYear(from, to, 'en')).toBe(en);
	});
});
