const timeZone = 'Europe/Stockholm';

const clock = new Intl.DateTimeFormat('en-CA', {
	timeZone,
	hourCycle: 'h23',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit'
});
const calendar = new Intl.DateTimeFormat('en-CA', {
	timeZone,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

/** Tells whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: unknown): text is string {
	if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function utcMidnight(day: string): number {
	if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
	return Date.parse(`${day}T00:00:00Z`);
}

/** How far Swedish clocks are ahead of UTC at a moment, in milliseconds. */
function aheadAt(moment: number): number {
	const parts: Record<string, number> = {};
	for (const { type, value } of clock.formatToParts(moment)) parts[type] = Number(value);
	const { year, month, day, hour, minute, second } = parts as Record<string, number>;
	return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - Math.floor(moment / 1000) * 1000;
}

/**
 * The first moment of a day in Sweden.
 * @throws RangeError for a day that is not in the calendar
 */
export function startOfDay(day: string): Date {
	const midnight = utcMidnight(day);
	return new Date(midnight - aheadAt(midnight - aheadAt(midnight)));
}

/**
 * The day after.
 * @throws RangeError for a day that is not in the calendar
 */
export const dayAfter = (day: string): string =>
	new Date(utcMidnight(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/**
 * The first moment after a day that counts as a whole ("t.o.m."): the start of the next one in Sweden.
 * @throws RangeError for a day that is not in the calendar
 */
export const endOfDayInclusive = (day: string): Date => startOfDay(dayAfter(day));

/** The day it is in Sweden at a moment, `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => calendar.format(moment);

/**
 * The moment when clocks in Sweden show a time of a day.
 * @param time `HH:MM`
 * @throws RangeError for a day that is not in the calendar
 */
export function momentOf(day: string, time: string): Date {
	const shown = utcMidnight(day) + Date.parse(`1970-01-01T${time}:00Z`);
	return new Date(shown - aheadAt(shown - aheadAt(shown)));
}
