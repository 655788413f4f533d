import type {
	Activity,
	Correction,
	Extension,
	Outcome,
	Pledge,
	PledgeStory,
	Reason,
	Signature,
	Status,
	ToldPledge
} from './pledge.ts';
import {
	activityStatus,
	doneOf,
	isReportOverdue,
	isUnexplained,
	lastDayOf,
	lateSince,
	pledgeStatus
} from './pledge-status.ts';

/** An activity as pages show it. */
export interface ActivityView {
	id: string;
	party: Activity['party'];
	what: string;
	owner: string;
	place: string;
	target: number | null;
	done: number;
	unit: string;
	status: Status;
	/** Nobody has said how it went, so it is taken to have ended as the pledge did. */
	inherited: boolean;
	startsOn: string | null;
	/** The last day; for what recurs the pledge's. */
	lastDay: string | null;
	recurrence: string;
}

interface Happened {
	id: string;
	day: string;
}

/** Something that happened to a pledge, for its history. */
export type HistoryItem =
	| (Happened & { kind: 'published' })
	| (Happened & {
			kind: 'progress';
			what: string;
			quantity: number;
			unit: string;
			place: string;
			text: string;
			outcome: Outcome | null;
			reason: Reason | null;
			photo: { id: string; alternativeText: string } | null;
	  })
	| (Happened & {
			kind: 'report';
			text: string;
			outcome: Outcome | null;
			reason: Reason | null;
			value: number | null;
	  })
	| (Happened & Omit<Correction, 'id' | 'day'> & { kind: 'correction' })
	| (Happened & Omit<Extension, 'id' | 'day'> & { kind: 'extension' });

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

function isInherited(activity: Activity, { pledge, story }: ToldPledge): boolean {
	if (pledge.outcome === null) return false;
	const told = story.progress.filter(({ activityId }) => activityId === activity.id);
	const done = doneOf(activity.id, story.progress);
	return (
		!told.some(({ outcome }) => outcome !== null) && (activity.target === null || done < activity.target)
	);
}

const activityView = (activity: Activity, told: ToldPledge, today: string): ActivityView => ({
	inherited: isInherited(activity, told),
	id: activity.id,
	party: activity.party,
	what: activity.what,
	owner: activity.owner,
	place: activity.place,
	target: activity.target,
	done: doneOf(activity.id, told.story.progress),
	unit: activity.unit,
	status: activityStatus(activity, { pledge: told.pledge, progress: told.story.progress, today }),
	startsOn: activity.startsOn,
	lastDay: lastDayOf(activity, told.pledge),
	recurrence: activity.recurrence
});

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

/** Everything that happened, the latest first; on the same day what was told later comes first. */
function historyOf({ pledge, story }: ToldPledge): HistoryItem[] {
	const activityOf = (id: string) => pledge.activities.find((activity) => activity.id === id);
	const items: HistoryItem[] = [
		{ kind: 'published', id: pledge.id, day: pledge.publishedOn! },
		...story.progress.map((line) => ({
			...{ kind: 'progress' as const, id: line.id, day: line.day, quantity: line.quantity },
			...{ what: activityOf(line.activityId)?.what ?? '', unit: activityOf(line.activityId)?.unit ?? '' },
			...{ place: line.place, text: line.text, outcome: line.outcome, reason: line.reason },
			photo: line.photo
		})),
		...story.reports.map(({ id, day, text, outcome, reason, value }) => ({
			...{ kind: 'report' as const, id, day, text, outcome, reason, value }
		})),
		...story.corrections.map((one) => ({ ...one, kind: 'correction' as const })),
		...story.extensions.map((one) => ({ ...one, kind: 'extension' as const }))
	];
	return items.sort((a, b) => a.day.localeCompare(b.day)).reverse();
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
