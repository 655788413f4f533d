import { wordsOf } from './wording/words.ts';
import type { Activity } from './activity.ts';
import type { PledgeContent } from './pledge.ts';

/** Most words of a pledge's sentence. */
export const mostWords = 25;
/** Residents hear at least this often. */
export const mostMonthsToReport = 6;

/** Something without which a pledge cannot be published; the same codes are held by the database. */
export interface Missing {
	/** `sentence`, `evidence`, `activities.0.owner` … */
	at: string;
	code: 'missing' | 'too-many-words' | 'too-late' | 'past' | 'before-start';
}

/** The day some months later, or the last day of that month. */
export function monthsAfter(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** What is wrong with a day for the next report, seen from today; undefined when nothing is. */
export function reportDayProblem(day: string | null, today: string): Missing['code'] | undefined {
	if (day === null) return 'missing';
	if (day <= today) return 'past';
	return day > monthsAfter(today, mostMonthsToReport) ? 'too-late' : undefined;
}

const isEmpty = (text: string): boolean => text.trim() === '';

function missingOfActivity(activity: Activity, index: number): Missing[] {
	const at = (field: string) => `activities.${index}.${field}`;
	const missing: Missing[] = [];
	if (isEmpty(activity.what)) missing.push({ at: at('what'), code: 'missing' });
	if (isEmpty(activity.owner)) missing.push({ at: at('owner'), code: 'missing' });
	if (activity.dueOn === null && isEmpty(activity.recurrence))
		missing.push({ at: at('dueOn'), code: 'missing' });
	return missing;
}

function missingOfFrame(content: PledgeContent, today: string): Missing[] {
	const { validFrom, validTo, nextReportOn } = content;
	const missing: Missing[] = [];
	if (validFrom === null) missing.push({ at: 'validFrom', code: 'missing' });
	if (validTo === null) missing.push({ at: 'validTo', code: 'missing' });
	if (validFrom !== null && validTo !== null && validTo < validFrom)
		missing.push({ at: 'validTo', code: 'before-start' });
	const report = reportDayProblem(nextReportOn, today);
	if (report) missing.push({ at: 'nextReportOn', code: report });
	return missing;
}

/**
 * What a pledge still lacks before it can be published: what, why, where, who does what, when, how it will show from
 * which start, and when the next word comes (within six months). Empty when nothing is lacking.
 * @param today `YYYY-MM-DD`
 */
export function missingForPublishing(content: PledgeContent, today: string): Missing[] {
	const { indicator } = content;
	const texts = { title: content.title, sentence: content.sentence, place: content.place };
	const missing: Missing[] = Object.entries(texts)
		.filter(([, text]) => isEmpty(text))
		.map(([at]) => ({ at, code: 'missing' }));
	if (wordsOf(content.sentence).length > mostWords) missing.push({ at: 'sentence', code: 'too-many-words' });
	if (content.evidenceIds.length === 0) missing.push({ at: 'evidence', code: 'missing' });
	if (content.activities.length === 0) missing.push({ at: 'activities', code: 'missing' });
	if (isEmpty(indicator.what)) missing.push({ at: 'indicator.what', code: 'missing' });
	if (indicator.startValue === null) missing.push({ at: 'indicator.startValue', code: 'missing' });
	return [...missing, ...content.activities.flatMap(missingOfActivity), ...missingOfFrame(content, today)];
}
