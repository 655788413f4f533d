import type { Transaction } from 'kysely';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Details } from '#lib/audit/event.ts';
import { stripMetadata } from '#lib/format/strip-metadata.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { checkPoint, type Walk, type WalkPoint } from '../walk.ts';
import { listPoints, readWalk } from './read-walk.ts';
import { deletePhoto, deletePoint, insertPoint, replacePhoto, updatePoint } from './walk-store.ts';

/** Most bytes of a photo, and most points of a walk. */
export const mostPhotoBytes = 5 * 1024 * 1024;
export const mostPoints = 60;

/** What a form says of a point, unchecked; of a photo its bytes as they came. */
export interface WrittenPoint {
	fields: Record<string, unknown>;
	photo: { bytes: Uint8Array; alternativeText: string } | null;
}

type Photo = { mediaType: string; width: number; height: number; content: Buffer; alternativeText: string };

/** The photo without its metadata; never stored with them. */
function readPhotoInput(photo: WrittenPoint['photo']): Outcome<Photo | null> {
	if (!photo) return { ok: true, value: null };
	const alternativeText = photo.alternativeText.trim();
	const stripped = photo.bytes.length <= mostPhotoBytes ? stripMetadata(photo.bytes) : undefined;
	const problem = (at: string, code: string): Problem => ({ at, code, detail: `${at} ${code}` });
	const problems = [
		...(photo.bytes.length > mostPhotoBytes ? [problem('photo', 'too-large')] : []),
		...(photo.bytes.length <= mostPhotoBytes && !stripped ? [problem('photo', 'unknown-type')] : []),
		...(alternativeText === '' || alternativeText.length > 200 ? [problem('alternativeText', 'missing')] : [])
	];
	if (problems.length > 0 || !stripped) return { ok: false, problems };
	const { mediaType, width, height, bytes } = stripped;
	return { ok: true, value: { mediaType, width, height, content: Buffer.from(bytes), alternativeText } };
}

function checkAll({ fields, photo }: WrittenPoint) {
	const point = checkPoint(fields);
	const picture = readPhotoInput(photo);
	if (point.ok && picture.ok) return { ok: true as const, point: point.value, picture: picture.value };
	return { ok: false as const, problems: [point, picture].flatMap((part) => (part.ok ? [] : part.problems)) };
}

const pointEvent = (walk: Walk, id: string, details: { before?: Details; after?: Details }) => ({
	action: 'walk.changed' as const,
	placeCode: walk.placeCode,
	subject: `walk-point:${id}`,
	...details
});

const storePhoto = (
	trx: Transaction<Database>,
	ctx: Context,
	at: { walkId: string; pointId: string; photo: Photo }
) => replacePhoto(trx, at.pointId, { id: randomId(ctx.random), walkId: at.walkId, ...at.photo });

/**
 * Adds a point to a walk, with a photo if there is one; nothing but the picture is kept of the photo.
 * @returns the point's number, or problems at its fields, `photo` or `alternativeText`
 * @throws AppError `not-found` without the permission `meeting.lead`; `too-many` beyond 60 points
 */
export async function addPoint(
	ctx: Context,
	{ walkId, point: written }: { walkId: string; point: WrittenPoint }
): Promise<Outcome<{ id: string; number: number }>> {
	const walk = await readWalk(ctx, walkId);
	const points = await listPoints(ctx, walkId);
	if (points.length >= mostPoints) throw new AppError('too-many');
	const checked = checkAll(written);
	if (!checked.ok) return checked;
	const { point, picture } = checked;
	const id = randomId(ctx.random);
	const number = Math.max(0, ...points.map((one) => one.number)) + 1;
	await ctx.db.transaction().execute(async (trx) => {
		await insertPoint(trx, { ...point, id, walkId, number });
		if (picture) await storePhoto(trx, ctx, { walkId, pointId: id, photo: picture });
		await recordEvent(trx, ctx, pointEvent(walk, id, { after: { number, spot: point.spot } }));
	});
	return { ok: true, value: { id, number } };
}

async function readPoint(ctx: Context, { walkId, id }: { walkId: string; id: string }) {
	const walk = await readWalk(ctx, walkId);
	const point = (await listPoints(ctx, walkId)).find((one) => one.id === id);
	if (!point) throw new AppError('not-found', 'no such point');
	return { walk, point };
}

const stateOf = ({
	status,
	responsible,
	doneOn
}: Pick<WalkPoint, 'status' | 'responsible' | 'doneOn'>): Details => ({
	status,
	responsible,
	doneOn
});

/**
 * Changes a point: who answers for it, what they say, how it goes; a new photo takes the place of the old.
 * @returns problems at its fields, `photo` or `alternativeText`
 * @throws AppError `not-found` when the walk has no such point, or without the permission `meeting.lead`
 */
export async function changePoint(
	ctx: Context,
	{ walkId, id, point: written }: { walkId: string; id: string; point: WrittenPoint }
): Promise<Outcome<{ id: string }>> {
	const { walk, point: before } = await readPoint(ctx, { walkId, id });
	const checked = checkAll(written);
	if (!checked.ok) return checked;
	const { point, picture } = checked;
	await ctx.db.transaction().execute(async (trx) => {
		await updatePoint(trx, id, point);
		if (picture) await storePhoto(trx, ctx, { walkId, pointId: id, photo: picture });
		await recordEvent(trx, ctx, pointEvent(walk, id, { before: stateOf(before), after: stateOf(point) }));
	});
	return { ok: true, value: { id } };
}

/**
 * Removes a point and its photo.
 * @throws AppError `not-found` when the walk has no such point, or without the permission `meeting.lead`
 */
export async function removePoint(ctx: Context, asked: { walkId: string; id: string }): Promise<void> {
	const { walk, point } = await readPoint(ctx, asked);
	await ctx.db.transaction().execute(async (trx) => {
		if (point.photo) await deletePhoto(trx, point.photo.id);
		await deletePoint(trx, point.id);
		await recordEvent(
			trx,
			ctx,
			pointEvent(walk, point.id, { before: { number: point.number, spot: point.spot } })
		);
	});
}
