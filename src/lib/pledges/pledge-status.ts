import type { Activity } from './activity.ts';
import type { Pledge, Status } from './pledge.ts';
import type { PledgeStory, Progress } from './story.ts';

/** How much has been done of an activity. Parts of a whole may add up to odd decimals. */
export const doneOf = (activityId: string, progress: readonly Progress[]): number =>
	Number(
		progress
			.filter((one) => one.activityId === activityId)
			.reduce((sum, { quantity }) => sum + quantity, 0)
			.toPrecision(12)
	);

/** How an activity ended as it was declared last; null while it runs. */
const declared = (activityId: string, progress: readonly Progress[]) =>
	progress.filter((one) => one.activityId === activityId && one.outcome !== null).at(-1)?.outcome ?? null;

/** The last day of an activity: its own, or the pledge's for what recurs as long as it holds. */
export const lastDayOf = (
	activity: Pick<Activity, 'dueOn'>,
	pledge: Pick<Pledge, 'validTo'>
): string | null => activity.dueOn ?? pledge.validTo;

type Timed = Pick<Pledge, 'validFrom' | 'validTo' | 'activities' | 'outcome'>;
type Told = Pick<PledgeStory, 'progress' | 'extensions'>;

/**
 * How an activity goes on a day: what was declared, else counted (as much as was promised is done), else told by the
 * clock (the last day counts as a whole; the day after it is late).
 * @param today `YYYY-MM-DD`
 */
export function activityStatus(
	activity: Activity,
	{ pledge, progress, today }: { pledge: Timed; progress: readonly Progress[]; today: string }
): Status {
	const outcome = declared(activity.id, progress);
	if (outcome) return outcome;
	const done = doneOf(activity.id, progress);
	if (activity.target !== null && done >= activity.target) return 'done';
	// What nobody said anything about ended as the pledge did.
	if (pledge.outcome) return pledge.outcome;
	const lastDay = lastDayOf(activity, pledge);
	if (lastDay !== null && today > lastDay) return 'late';
	const begun = activity.startsOn ?? pledge.validFrom;
	const untouched = !progress.some(({ activityId }) => activityId === activity.id);
	return untouched && (begun === null || today < begun) ? 'planned' : 'ongoing';
}

/**
 * How a pledge goes on a day. Nobody has to edit anything for it to become late: an activity or the pledge itself has
 * passed its last day without being done. What has ended stays as it was declared.
 * @param today `YYYY-MM-DD`
 */
export function pledgeStatus(pledge: Timed, story: Told, today: string): Status {
	if (pledge.outcome) return pledge.outcome;
	const each = pledge.activities.map((activity) =>
		activityStatus(activity, { pledge, progress: story.progress, today })
	);
	if (each.length > 0 && each.every((status) => status === 'done')) return 'done';
	const past = pledge.validTo !== null && today > pledge.validTo;
	if (past || each.includes('late')) return 'late';
	if (story.extensions.length > 0) return 'extended';
	return each.every((status) => status === 'planned') ? 'planned' : 'ongoing';
}

/** Whether word was promised for a day that has passed: "Vi lovade besked 1 juni. Det har inte kommit." */
export const isReportOverdue = (pledge: Pick<Pledge, 'outcome' | 'nextReportOn'>, today: string): boolean =>
	pledge.outcome === null && pledge.nextReportOn !== null && today > pledge.nextReportOn;

/** Whether the pledge is late without anybody having said why since it became so. */
export function isUnexplained(pledge: Timed, story: PledgeStory, today: string): boolean {
	if (pledgeStatus(pledge, story, today) !== 'late') return false;
	const told = [
		...story.reports,
		...story.progress.filter(({ activityId }) => pledge.activities.some(({ id }) => id === activityId))
	];
	const lateFrom = lateSince(pledge, story, today);
	return !told.some(({ reason, day }) => reason !== null && day > lateFrom);
}

/** The earliest last day that has passed without being kept. */
export function lateSince(pledge: Timed, story: Told, today: string): string {
	const passed = pledge.activities
		.filter((activity) => activityStatus(activity, { pledge, progress: story.progress, today }) === 'late')
		.map((activity) => lastDayOf(activity, pledge)!);
	if (pledge.validTo !== null && today > pledge.validTo) passed.push(pledge.validTo);
	return passed.sort()[0] ?? today;
}
