import type { Language } from '#lib/i18n/languages.ts';
import { perLanguage } from './locale.ts';

const timeZone = 'Europe/Stockholm';
const calendar = new Intl.DateTimeFormat('en-CA', {
	timeZone,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

const inUtc = (options: Intl.DateTimeFormatOptions) =>
	perLanguage((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));
const dayOnly = inUtc({ day: 'numeric' });
const dayAndMonth = inUtc({ day: 'numeric', month: 'long' });
const wholeDay = inUtc({ day: 'numeric', month: 'long', year: 'numeric' });

/** Noon in UTC of a calendar day, which is the same day everywhere that the formatters look. */
function noonOf(day: string | Date): Date {
	const text = typeof day === 'string' ? day : calendar.format(day);
	return new Date(`${text}T12:00:00Z`);
}

/** The number of the day is never parted from its month where a line ends. */
const heldTogether = (text: string): string => text.replace(' ', '\u00a0');

/**
 * A day as people read it: `1 juni 2027`, `1 June 2027`. From a calendar day (`YYYY-MM-DD`), or from a moment, which is
 * the day it is in Sweden then.
 * @throws RangeError for a text that is no date
 */
export const formatDay = (day: string | Date, language: Language): string =>
	heldTogether(wholeDay(language).format(noonOf(day)));

/** A day without its year: `1 juni`, `1 June`. */
export const formatDayInYear = (day: string | Date, language: Language): string =>
	heldTogether(dayAndMonth(language).format(noonOf(day)));

/** From a day to a day, both included: `1–3 juni 2027`, `1 juni–3 juli 2027`, `1 June – 3 July 2027`. */
export function formatPeriod(from: string | Date, to: string | Date, language: Language): string {
	return joinDays(noonOf(from), noonOf(to), { language, last: wholeDay });
}

/** From a day to a day without the year: `1–3 juni`, `1 juni–3 juli`; with both years when these differ. */
export function formatPeriodInYear(from: string | Date, to: string | Date, language: Language): string {
	return joinDays(noonOf(from), noonOf(to), { language, last: dayAndMonth });
}

interface Style {
	language: Language;
	/** How the last day is written. */
	last: typeof wholeDay;
}

function joinDays(first: Date, second: Date, { language, last }: Style): string {
	const end = last(language).format(second);
	const dash = language === 'sv' ? '–' : ' – ';
	if (first.getUTCFullYear() !== second.getUTCFullYear())
		return `${wholeDay(language).format(first)}${dash}${wholeDay(language).format(second)}`;
	if (first.getUTCMonth() !== second.getUTCMonth())
		return `${dayAndMonth(language).format(first)}${dash}${end}`;
	if (first.getUTCDate() === second.getUTCDate()) return end;
	return `${dayOnly(language).format(first)}–${end}`;
}
