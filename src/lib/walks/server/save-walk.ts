import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import { slugOf } from '#lib/format/slug.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { checkWalk, type Walk } from '../walk.ts';
import { readWalk } from './read-walk.ts';
import { insertWalk, selectWalks, updateWalk, updateWalkDates } from './walk-store.ts';

/** What a form says of a walk, unchecked. */
export interface WrittenWalk {
	route: string;
	day: string;
	/** NaN for what is no number. */
	participants: number | null;
	about: string;
}

async function freeSlug(ctx: Pick<Context, 'db'>, placeCode: string, wanted: string): Promise<string> {
	const taken = await selectWalks(ctx.db).where('placeCode', '=', placeCode).execute();
	const slugs = new Set(taken.map(({ slug }) => slug));
	for (let number = 1; ; number++) {
		const slug = number === 1 ? wanted : `${wanted}-${number}`;
		if (!slugs.has(slug)) return slug;
	}
}

/**
 * Prepares a safety walk. Its address is made of its route and day, and never changes.
 * @param input.dialogueCode six digits of a dialogue it belongs to; null for none
 * @returns the walk, or problems at its fields
 * @throws AppError `not-found` without the permission `meeting.lead` in the place, or for an unknown dialogue
 */
export async function createWalk(
	ctx: Context,
	input: { placeCode: string; dialogueCode: string | null; walk: WrittenWalk }
): Promise<Outcome<Walk>> {
	const { placeCode, dialogueCode } = input;
	await requirePermission(ctx, 'meeting.lead', placeCode);
	await readPlace(ctx, placeCode);
	const dialogueId = dialogueCode ? (await readDialogueByCode(ctx, dialogueCode)).id : null;
	const checked = checkWalk(input.walk);
	if (!checked.ok) return checked;
	const { route, day, participants, about } = checked.value;
	const slug = await freeSlug(ctx, placeCode, slugOf(`${route} ${day}`) || day);
	const dates = { publishedOn: null, reportedOn: null };
	const id = randomId(ctx.random);
	const walk = { id, placeCode, slug, dialogueId, route, day, participants, about, ...dates };
	await ctx.db.transaction().execute(async (trx) => {
		await insertWalk(trx, walk);
		await recordEvent(trx, ctx, {
			action: 'walk.created',
			placeCode,
			subject: `walk:${id}`,
			after: { route, day }
		});
	});
	return { ok: true, value: walk };
}

/**
 * Changes what is said of a walk.
 * @returns problems at its fields
 * @throws AppError `not-found` without the permission `meeting.lead` in its place
 */
export async function changeWalk(
	ctx: Context,
	{ id, walk: written }: { id: string; walk: WrittenWalk }
): Promise<Outcome<{ id: string }>> {
	const before = await readWalk(ctx, id);
	const checked = checkWalk(written);
	if (!checked.ok) return checked;
	const { route, day, participants, about } = checked.value;
	await ctx.db.transaction().execute(async (trx) => {
		await updateWalk(trx, id, { route, day, participants, about });
		await recordEvent(trx, ctx, {
			action: 'walk.changed',
			placeCode: before.placeCode,
			subject: `walk:${id}`,
			before: { route: before.route, day: before.day, participants: before.participants },
			after: { route, day, participants }
		});
	});
	return { ok: true, value: { id } };
}

/**
 * Publishes the protocol: from now on everybody sees it, as it is at each moment.
 * @throws AppError `not-found` without the permission `dialogue.publish` in its place
 */
export async function publishWalk(ctx: Context, id: string): Promise<void> {
	const { placeCode, publishedOn, route } = await readWalk(ctx, id);
	await requirePermission(ctx, 'dialogue.publish', placeCode);
	if (publishedOn !== null) return;
	const today = dayOf(ctx.now());
	await ctx.db.transaction().execute(async (trx) => {
		await updateWalkDates(trx, id, { publishedOn: today });
		await recordEvent(trx, ctx, {
			action: 'walk.published',
			placeCode,
			subject: `walk:${id}`,
			after: { route, day: today }
		});
	});
}

/**
 * Notes that those who walked along have been told what comes of it.
 * @throws AppError `not-found` without the permission `meeting.lead` in its place
 */
export async function reportBack(ctx: Context, id: string): Promise<void> {
	const { placeCode, reportedOn } = await readWalk(ctx, id);
	if (reportedOn !== null) return;
	const today = dayOf(ctx.now());
	await ctx.db.transaction().execute(async (trx) => {
		await updateWalkDates(trx, id, { reportedOn: today });
		await recordEvent(trx, ctx, {
			action: 'walk.changed',
			placeCode,
			subject: `walk:${id}`,
			before: { reported: null },
			after: { reported: today }
		});
	});
}
