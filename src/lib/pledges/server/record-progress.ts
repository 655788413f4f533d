import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { stripMetadata } from '#lib/format/strip-metadata.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { activityStatus } from '../pledge-status.ts';
import { parsed } from '../pledge-schema.ts';
import type { Pledge } from '../pledge.ts';
import type { PledgeStory, Progress } from '../story.ts';
import { progressSchema } from '../story-schema.ts';
import { actorId, problem, today, type Acting } from './acting.ts';
import { selectActivityHome, selectPledgesOfOwner } from './activity-store.ts';
import { lockPledge, selectPledge } from './pledge-store.ts';
import { tellPledges } from './read-pledge.ts';
import { insertPhoto, insertProgress, selectStories } from './story-store.ts';

/** What somebody did, as it is written. */
export type NewProgress = Omit<Progress, 'id' | 'photo'> & {
	photo: { alternativeText: string; content: Uint8Array } | null;
};

/** A pledge with the activities in it that somebody may report on. */
export interface ReportablePledge {
	pledge: Pledge;
	story: PledgeStory;
}

/** Whoever edits pledges in the place may report on every activity there, everybody else on their own. */
async function requireActivity(ctx: Acting, activityId: string): Promise<Pledge> {
	const home = await selectActivityHome(ctx.db, activityId);
	const pledge = home && (await selectPledge(ctx.db, home.pledgeId));
	if (pledge?.state !== 'published') throw new AppError('not-found');
	await requirePermission(ctx, 'activity.report', pledge.placeCode);
	const mayAll = await hasPermission(ctx, 'pledge.edit', pledge.placeCode);
	if (!mayAll && home!.ownerId !== actorId(ctx)) throw new AppError('not-found');
	return pledge;
}

/** A reason is owed for what was not kept, and for what goes on being late. */
function owesReason({ pledge, story }: ReportablePledge, next: Progress, day: string): boolean {
	if (next.outcome !== null) return next.outcome === 'not-kept';
	const activity = pledge.activities.find(({ id }) => id === next.activityId)!;
	return activityStatus(activity, { pledge, progress: [...story.progress, next], today: day }) === 'late';
}

/**
 * Tells what was done of an activity: how much, where, when, in words, perhaps with a photo, whose metadata is taken out.
 * @returns the id of the line, or problems; `reason missing` when the activity is late or was not kept
 * @throws AppError `not-found` without `activity.report`, or for somebody else's activity without `pledge.edit`
 */
export async function recordProgress(ctx: Acting, input: NewProgress): Promise<Outcome<string>> {
	const { id: pledgeId, placeCode } = await requireActivity(ctx, input.activityId);
	const checked = parsed(progressSchema, input);
	if (!checked.ok) return checked;
	const { photo, ...line } = checked.value;
	if (line.day > today(ctx)) return problem('day', 'in-the-future');
	const picture = photo && stripMetadata(photo.content);
	if (photo && !picture) return problem('photo', 'unknown-type');
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<string>> => {
		await lockPledge(trx, pledgeId);
		const pledge = (await selectPledge(trx, pledgeId))!;
		const story = (await selectStories(trx, [pledgeId])).get(pledgeId)!;
		const id = randomId(ctx.random);
		if (pledge.outcome !== null) return problem('', 'ended');
		if (!line.reason && owesReason({ pledge, story }, { ...line, id, photo: null }, today(ctx)))
			return problem('reason', 'missing');
		const { reason, ...told } = line;
		await insertProgress(trx, {
			...told,
			...{ id, pledgeId, at: ctx.now().getTime(), personId: actorId(ctx) },
			...{ reason: reason?.code ?? null, reasonText: reason?.text ?? '' }
		});
		if (photo && picture)
			await insertPhoto(trx, {
				...{ id: randomId(ctx.random), progressId: id, alternativeText: photo.alternativeText },
				...{ mediaType: picture.mediaType, content: picture.bytes }
			});
		await recordEvent(trx, ctx, {
			action: 'activity.reported',
			placeCode,
			subject: `activity:${line.activityId}`,
			after: { quantity: line.quantity, day: line.day, outcome: line.outcome }
		});
		return { ok: true, value: id };
	});
}

/**
 * The published pledges with an activity that the signed-in person answers for.
 */
export async function listOwnActivities(ctx: Pick<Acting, 'db' | 'actor'>): Promise<ReportablePledge[]> {
	if (ctx.actor.kind !== 'staff') return [];
	const { personId } = ctx.actor;
	const told = await Promise.all(
		(await selectPledgesOfOwner(ctx.db, personId)).map(async (id) => (await selectPledge(ctx.db, id))!)
	);
	const allowed: Pledge[] = [];
	for (const pledge of told)
		if (await hasPermission(ctx, 'activity.report', pledge.placeCode)) allowed.push(pledge);
	return (await tellPledges(ctx, allowed)).map(({ pledge, story }) => ({
		pledge: { ...pledge, activities: pledge.activities.filter(({ ownerId }) => ownerId === personId) },
		story
	}));
}

/**
 * The activity that somebody wants to report on, with its pledge.
 * @throws AppError `not-found` as for `recordProgress`
 */
export async function readReportable(
	ctx: Acting,
	activityId: string
): Promise<ReportablePledge & { activityId: string }> {
	const pledge = await requireActivity(ctx, activityId);
	const [told] = await tellPledges(ctx, [pledge]);
	return { pledge: told!.pledge, story: told!.story, activityId };
}
