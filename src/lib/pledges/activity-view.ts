import type { Activity } from './activity.ts';
import { activityStatus, doneOf, lastDayOf } from './pledge-status.ts';
import type { Status, ToldPledge } from './pledge.ts';

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

function isInherited(activity: Activity, { pledge, story }: ToldPledge): boolean {
	if (pledge.outcome === null) return false;
	const told = story.progress.filter(({ activityId }) => activityId === activity.id);
	const done = doneOf(activity.id, story.progress);
	return (
		!told.some(({ outcome }) => outcome !== null) && (activity.target === null || done < activity.target)
	);
}

/** An activity on a day, with what was done of it counted. */
export const activityView = (activity: Activity, told: ToldPledge, today: string): ActivityView => ({
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
