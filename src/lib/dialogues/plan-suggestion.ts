import { dayOf } from './period.ts';
import type { DialoguePlan } from './plan.ts';

const dayMs = 24 * 60 * 60 * 1000;
const daysOpen = 28;
const daysToResults = 14;
const monthsToPledges = 2;

/** A plan in which nobody has chosen anything yet: a citizen dialogue on the web, without dates. */
export const emptyPlan = (): DialoguePlan => ({
	kind: 'citizen',
	opensOn: '',
	closesOn: '',
	resultsDueOn: '',
	pledgesDueOn: '',
	channels: ['web'],
	anonymity: 'standard',
	entry: 'open'
});

const daysAfter = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The same day of a later month, or its last day where it has no such day. */
function monthsAfter(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The days of a plan. */
export type PlanDates = Pick<DialoguePlan, 'opensOn' | 'closesOn' | 'resultsDueOn' | 'pledgesDueOn'>;

/**
 * Dates that most dialogues can keep: open for four weeks from today, results two weeks after that, pledges two months
 * after. A first day to come that is already chosen stays.
 */
export function suggestDates(now: Date, chosen: Pick<DialoguePlan, 'opensOn'> = { opensOn: '' }): PlanDates {
	const today = dayOf(now);
	const opensOn = chosen.opensOn > today ? chosen.opensOn : today;
	const closesOn = daysAfter(opensOn, daysOpen);
	return {
		opensOn,
		closesOn,
		resultsDueOn: daysAfter(closesOn, daysToResults),
		pledgesDueOn: monthsAfter(closesOn, monthsToPledges)
	};
}
