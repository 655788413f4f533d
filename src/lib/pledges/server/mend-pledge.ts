import type { Transaction } from 'kysely';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { activityStatus } from '../pledge-status.ts';
import { parsed } from '../pledge-schema.ts';
import type { Pledge } from '../pledge.ts';
import type { CorrectedField, ReasonCode } from '../story.ts';
import { mostWords } from '../publish-rule.ts';
import { correctionSchema, extensionSchema } from '../story-schema.ts';
import { wordsOf } from '../wording/words.ts';
import { problem, requirePledge, today, type Acting } from './acting.ts';
import { updateActivity } from './activity-store.ts';
import { lockPledge, selectPledge, updatePledge } from './pledge-store.ts';
import { insertCorrection, insertExtension, selectStories } from './story-store.ts';

const readField: Record<CorrectedField, (pledge: Pledge) => string> = {
	title: (pledge) => pledge.title,
	sentence: (pledge) => pledge.sentence,
	place: (pledge) => pledge.place,
	effect: (pledge) => pledge.effect,
	indicator: (pledge) => pledge.indicator.what
};

const columnOf = { title: 'title', sentence: 'sentence', place: 'place', effect: 'effect' } as const;

/** The published pledge, nobody else's to change until the transaction ends. */
async function held(trx: Transaction<Database>, id: string): Promise<Pledge> {
	await lockPledge(trx, id);
	const pledge = await selectPledge(trx, id);
	if (pledge?.state !== 'published') throw new AppError('not-found');
	return pledge;
}

export interface NewCorrection {
	pledgeId: string;
	field: CorrectedField;
	after: string;
	why: string;
}

/**
 * Mends a mistake in a published pledge. What it said before, and why it was changed, stays in the open for ever.
 * @returns the pledge, or problems
 * @throws AppError `not-found` without `pledge.publish`, and for a pledge that is not published
 */
export async function correctPledge(ctx: Acting, input: NewCorrection): Promise<Outcome<Pledge>> {
	const { placeCode } = await requirePledge(ctx, input.pledgeId, 'pledge.publish');
	const checked = parsed(correctionSchema, input);
	if (!checked.ok) return checked;
	const { pledgeId, field, after, why } = checked.value;
	if (field === 'sentence' && wordsOf(after).length > mostWords) return problem('after', 'too-many-words');
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<Pledge>> => {
		const pledge = await held(trx, pledgeId);
		const before = readField[field](pledge);
		if (before === after) return problem('after', 'unchanged');
		const told = { id: randomId(ctx.random), pledgeId, at: ctx.now().getTime(), day: today(ctx) };
		await insertCorrection(trx, { ...told, field, before, after, why });
		const column = field === 'indicator' ? ('indicatorWhat' as const) : columnOf[field];
		await updatePledge(trx, pledgeId, { [column]: after, revision: pledge.revision + 1 });
		await recordEvent(trx, ctx, {
			action: 'pledge.corrected',
			placeCode,
			subject: `pledge:${pledgeId}`,
			before: { [field]: before },
			after: { [field]: after, why }
		});
		return { ok: true, value: (await selectPledge(trx, pledgeId))! };
	});
}

export interface NewExtension {
	pledgeId: string;
	to: string;
	why: string;
	reason: { code: ReasonCode; text: string };
}

/** What is not done and was due by the old end, or is late already, gets the new end. */
async function moveActivities(
	trx: Transaction<Database>,
	pledge: Pledge,
	{ to, day }: { to: string; day: string }
) {
	const { progress } = (await selectStories(trx, [pledge.id])).get(pledge.id)!;
	for (const activity of pledge.activities) {
		const status = activityStatus(activity, { pledge, progress, today: day });
		const open = status === 'late' || (activity.dueOn === pledge.validTo && status !== 'done');
		if (open && activity.dueOn !== null) await updateActivity(trx, activity.id, { dueOn: to });
	}
}

/**
 * Lets a published pledge run longer, with the reason; the first end stays in its history.
 * @returns the pledge, or problems: `to not-later` unless it lies after today and after the present end
 * @throws AppError `not-found` without `pledge.publish`, and for a pledge that is not published or has ended
 */
export async function extendPledge(ctx: Acting, input: NewExtension): Promise<Outcome<Pledge>> {
	const { placeCode } = await requirePledge(ctx, input.pledgeId, 'pledge.publish');
	const checked = parsed(extensionSchema, input);
	if (!checked.ok) return checked;
	const { pledgeId, to, why, reason } = checked.value;
	const day = today(ctx);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<Pledge>> => {
		const pledge = await held(trx, pledgeId);
		if (pledge.outcome !== null) throw new AppError('not-found');
		const from = pledge.validTo!;
		if (to <= from || to <= day) return problem('to', 'not-later');
		await insertExtension(trx, {
			...{ id: randomId(ctx.random), pledgeId, at: ctx.now().getTime(), day, fromDay: from, toDay: to },
			...{ why, reason: reason.code, reasonText: reason.text }
		});
		await moveActivities(trx, pledge, { to, day });
		await updatePledge(trx, pledgeId, { validTo: to, revision: pledge.revision + 1 });
		await recordEvent(trx, ctx, {
			action: 'pledge.extended',
			placeCode,
			subject: `pledge:${pledgeId}`,
			before: { validTo: from },
			after: { validTo: to, why }
		});
		return { ok: true, value: (await selectPledge(trx, pledgeId))! };
	});
}

/**
 * Says whose account may report on an activity; null takes it back.
 * @throws AppError `not-found` without `pledge.edit`, or when the pledge has no such activity
 */
export async function assignActivity(
	ctx: Acting,
	{ pledgeId, activityId, personId }: { pledgeId: string; activityId: string; personId: string | null }
): Promise<void> {
	const pledge = await requirePledge(ctx, pledgeId, 'pledge.edit');
	if (!pledge.activities.some(({ id }) => id === activityId)) throw new AppError('not-found');
	await ctx.db.transaction().execute(async (trx) => {
		await updateActivity(trx, activityId, { ownerId: personId });
		await recordEvent(trx, ctx, {
			action: 'pledge.changed',
			placeCode: pledge.placeCode,
			subject: `activity:${activityId}`,
			after: { reportedBy: personId }
		});
	});
}
