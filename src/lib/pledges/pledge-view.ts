import { activityView, type ActivityView } from './activity-view.ts';
import type { Signature } from './agreement.ts';
import { historyOf, type HistoryItem } from './history.ts';
import { isReportOverdue, isUnexplained, lateSince, pledgeStatus } from './pledge-status.ts';
import type { Pledge, Status, ToldPledge } from './pledge.ts';
import type { PledgeStory, Reason } from './story.ts';

/** A pledge as pages show it on a day: all numbers counted, the state told by facts and clock. */
export interface PledgeView {
	id: string;
	slug: string;
	title: string;
	sentence: string;
	place: string;
	effect: string;
	indicator: Pledge['indicator'];
	/** The indicator as it was last told; null until then. */
	value: { value: number; day: string } | null;
	status: Status;
	/** The earliest last day that has passed, where it is late. */
	lateSince: string | null;
	validFrom: string;
	validTo: string;
	publishedOn: string;
	nextReportOn: string | null;
	/** Word was promised for a day that has passed. */
	overdue: boolean;
	/** Late, and nobody has said why. */
	unexplained: boolean;
	/** The reason told last for being late or not kept. */
	reason: Reason | null;
	example: boolean;
	/** How much of what was promised is done, where it can be counted; else how many of the activities. */
	count: { done: number; of: number; unit: string } | null;
	activities: ActivityView[];
	signatures: Signature[];
	/** The latest first. */
	history: HistoryItem[];
}

function countOf(activities: readonly ActivityView[], status: Status): PledgeView['count'] {
	// Ended without anybody having counted.
	if (status === 'partly' && activities.every(({ done }) => done === 0)) return null;
	const [only] = activities;
	if (activities.length === 1 && only!.target !== null)
		return { done: only!.done, of: only!.target, unit: only!.unit };
	if (activities.length < 2) return null;
	const done = activities.filter(({ status }) => status === 'done').length;
	return { done, of: activities.length, unit: '' };
}

const lastReason = ({ reports, progress }: PledgeStory): Reason | null =>
	[...progress, ...reports]
		.filter(({ reason }) => reason !== null)
		.sort((a, b) => a.day.localeCompare(b.day))
		.at(-1)?.reason ?? null;

function valueOf({ reports }: PledgeStory): PledgeView['value'] {
	const last = reports.filter(({ value }) => value !== null).at(-1);
	return last ? { value: last.value!, day: last.day } : null;
}

/**
 * A published pledge as everybody sees it on a day.
 * @param today `YYYY-MM-DD`
 */
export function pledgeView(told: ToldPledge, today: string): PledgeView {
	const { pledge, story, signatures } = told;
	const status = pledgeStatus(pledge, story, today);
	const activities = pledge.activities.map((activity) => activityView(activity, told, today));
	return {
		...{ id: pledge.id, slug: pledge.slug!, title: pledge.title, sentence: pledge.sentence },
		...{ place: pledge.place, effect: pledge.effect, indicator: pledge.indicator },
		...{ validFrom: pledge.validFrom!, validTo: pledge.validTo!, publishedOn: pledge.publishedOn! },
		...{ nextReportOn: pledge.nextReportOn, example: pledge.example },
		value: valueOf(story),
		status,
		lateSince: status === 'late' ? lateSince(pledge, story, today) : null,
		overdue: isReportOverdue(pledge, today),
		unexplained: isUnexplained(pledge, story, today),
		reason: status === 'late' || status === 'not-kept' ? lastReason(story) : null,
		count: countOf(activities, status),
		activities,
		signatures,
		history: historyOf(told)
	};
}

/** Whether a pledge has run its course: it is done, or its end was declared. */
export const hasEnded = ({ status }: Pick<PledgeView, 'status'>): boolean =>
	status === 'done' || status === 'partly' || status === 'not-kept';

/** How many pledges stand how, in the order that a reader asks: what is late first. */
export function tallyStatuses(
	views: readonly Pick<PledgeView, 'status'>[]
): { status: Status; count: number }[] {
	const order: Status[] = ['late', 'not-kept', 'ongoing', 'extended', 'planned', 'partly', 'done'];
	return order
		.map((status) => ({ status, count: views.filter((view) => view.status === status).length }))
		.filter(({ count }) => count > 0);
}

/** What needs attention first: late, then running by the next report, then what has ended, the latest first. */
export function inOrder(views: readonly PledgeView[]): PledgeView[] {
	const weight = (view: PledgeView) =>
		view.overdue ? 0 : view.status === 'late' ? 1 : hasEnded(view) ? 3 : 2;
	return [...views].sort(
		(a, b) =>
			weight(a) - weight(b) ||
			(weight(a) === 3
				? b.validTo.localeCompare(a.validTo)
				: (a.nextReportOn ?? '9').localeCompare(b.nextReportOn ?? '9')) ||
			a.title.localeCompare(b.title, 'sv')
	);
}
