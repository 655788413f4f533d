import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, dayOf, endOfDayInclusive, isDay, momentOf, startOfDay } from './period.ts';

const hours = (day: string) => (endOfDayInclusive(day).getTime() - startOfDay(day).getTime()) / 3_600_000;

describe('a day in Sweden', () => {
	test.each([
		['2027-01-15', '2027-01-14T23:00:00.000Z', 24],
		['2027-07-15', '2027-07-14T22:00:00.000Z', 24],
		['2027-03-27', '2027-03-26T23:00:00.000Z', 24],
		['2027-03-28', '2027-03-27T23:00:00.000Z', 23],
		['2027-03-29', '2027-03-28T22:00:00.000Z', 24],
		['2027-10-30', '2027-10-29T22:00:00.000Z', 24],
		['2027-10-31', '2027-10-30T22:00:00.000Z', 25],
		['2027-11-01', '2027-10-31T23:00:00.000Z', 24],
		['2028-02-29', '2028-02-28T23:00:00.000Z', 24],
		['2027-12-31', '2027-12-30T23:00:00.000Z', 24]
	])('%s begins at %s and lasts %d hours', (day, start, length) => {
		expect(startOfDay(day).toISOString()).toBe(start);
		expect(hours(day)).toBe(length);
	});

	test('includes its last moment and not the first of the next', () => {
		const end = endOfDayInclusive('2027-10-31');
		expect(dayOf(new Date(end.getTime() - 1))).toBe('2027-10-31');
		expect(dayOf(end)).toBe('2027-11-01');
	});

	test.each([
		['2027-03-28T00:59:59Z', '2027-03-28'],
		['2027-03-28T21:59:59Z', '2027-03-28'],
		['2027-03-28T22:00:00Z', '2027-03-29'],
		['2027-10-31T22:59:59Z', '2027-10-31'],
		['2027-10-31T23:00:00Z', '2027-11-01'],
		['2027-12-31T23:00:00Z', '2028-01-01']
	])('is at %s the day %s', (moment, day) => {
		expect(dayOf(new Date(moment))).toBe(day);
	});

	test('comes back from every day between 1990 and 2100', () => {
		const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(days, (date) => {
				const day = date.toISOString().slice(0, 10);
				expect(dayOf(startOfDay(day))).toBe(day);
				expect(dayOf(new Date(startOfDay(day).getTime() - 1)) < day).toBe(true);
				expect(endOfDayInclusive(day)).toEqual(startOfDay(dayAfter(day)));
			})
		);
	});

	test.each([
		'2027-02-29',
		'2027-13-01',
		'2027-00-10',
		'2027-04-31',
		'27-04-01',
		'2027-4-1',
		'',
		' 2027-04-01'
	])('"%s" is refused', (text) => {
		expect(isDay(text)).toBe(false);
		expect(() => startOfDay(text)).toThrow(RangeError);
		expect(() => endOfDayInclusive(text)).toThrow(RangeError);
	});
});

test.each([
	['2027-01-15', '18:00', '2027-01-15T17:00:00.000Z'],
	['2027-07-15', '18:00', '2027-07-15T16:00:00.000Z'],
	['2027-03-28', '18:00', '2027-03-28T16:00:00.000Z'],
	['2027-10-31', '00:30', '2027-10-30T22:30:00.000Z']
])('on %s at %s clocks in Sweden show that time', (day, time, moment) => {
	expect(momentOf(day, time).toISOString()).toBe(moment);
});
