import { hasEnded, type PledgeView } from './pledge-view.ts';
import { monthsAfter } from './publish-rule.ts';

/** A published pledge in an overview, with its place. */
export interface PlacedPledge {
	placeCode: string;
	placeName: string;
	view: PledgeView;
}

/** How a municipality's pledges stand; municipalities are never ranked. */
export interface PlaceStanding {
	placeCode: string;
	placeName: string;
	late: number;
	due: number;
	running: number;
	ended: number;
}

const dueMonths = 1;

/** Whether word is to come within a month. */
export const isDueSoon = ({ nextReportOn, overdue }: PledgeView, today: string): boolean =>
	nextReportOn !== null && !overdue && nextReportOn <= monthsAfter(today, dueMonths);

/** Late in any way: what was promised, or word of it. */
export const isLate = ({ status, overdue }: PledgeView): boolean => status === 'late' || overdue;

/** How each municipality's pledges stand, in alphabetical order. */
export function standingOf(pledges: readonly PlacedPledge[], today: string): PlaceStanding[] {
	const names = new Map(pledges.map(({ placeCode, placeName }) => [placeCode, placeName]));
	const count = (code: string, test: (view: PledgeView) => boolean) =>
		pledges.filter(({ placeCode, view }) => placeCode === code && test(view)).length;
	return [...names]
		.map(([placeCode, placeName]) => ({
			...{ placeCode, placeName, late: count(placeCode, isLate) },
			due: count(placeCode, (view) => isDueSoon(view, today)),
			running: count(placeCode, (view) => !hasEnded(view)),
			ended: count(placeCode, hasEnded)
		}))
		.sort((a, b) => a.placeName.localeCompare(b.placeName, 'sv'));
}

/** Something that is to happen on a day of the year ahead. */
export interface WheelItem {
	day: string;
	kind: 'report' | 'activity' | 'end';
	what: string;
	title: string;
	pledgeId: string;
}

/** Every day that the pledges which run name: when word comes, the last days of what is done, and their end. */
export const wheelItems = (views: readonly PledgeView[]): WheelItem[] =>
	views
		.filter((view) => !hasEnded(view))
		.flatMap(({ id, title, nextReportOn, validTo, activities }): WheelItem[] => [
			...(nextReportOn
				? [{ day: nextReportOn, kind: 'report' as const, what: '', title, pledgeId: id }]
				: []),
			...activities
				.filter(({ lastDay, recurrence, status }) => lastDay && recurrence === '' && status !== 'done')
				.map(({ lastDay, what }) => ({
					day: lastDay!,
					kind: 'activity' as const,
					what,
					title,
					pledgeId: id
				})),
			{ day: validTo, kind: 'end', what: '', title, pledgeId: id }
		])
		.sort((a, b) => a.day.localeCompare(b.day));

/** The twelve months ahead, each with what is to happen in it. */
export function yearAhead(
	pledges: readonly PlacedPledge[],
	today: string
): { month: string; items: WheelItem[] }[] {
	const items = wheelItems(pledges.map(({ view }) => view));
	return Array.from({ length: 12 }, (_, ahead) => {
		const month = monthsAfter(`${today.slice(0, 7)}-01`, ahead).slice(0, 7);
		return { month, items: items.filter(({ day }) => day.startsWith(month) && day >= today) };
	});
}
