/** How often a place looks its picture over; months. The law says "regularly", so nothing is fixed. */
export interface ReviewRule {
	/** After so many months the picture is to be looked over … */
	months: number;
	/** … and after so many we remind of it. */
	reminderMonths: number;
}

export const defaultReview: ReviewRule = { months: 24, reminderMonths: 18 };

/** The day so many months later; the last of the month where that month is shorter. */
export function monthsAfter(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export interface Review {
	/** The day the picture is to be looked over. */
	dueOn: string;
	state: 'far' | 'soon' | 'overdue';
}

/** When a picture published on a day is to be looked over again, and whether that is soon. */
export function reviewOf(publishedOn: string, rule: ReviewRule, today: string): Review {
	const dueOn = monthsAfter(publishedOn, rule.months);
	const remindOn = monthsAfter(publishedOn, rule.reminderMonths);
	return { dueOn, state: today > dueOn ? 'overdue' : today >= remindOn ? 'soon' : 'far' };
}
