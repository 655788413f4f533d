import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { PointCategory, PointStatus, Walk, WalkPoint } from '../walk.ts';
import type { WalkRow } from './tables.ts';
import { selectPhoto, selectPoints, selectWalks } from './walk-store.ts';

type Reader = Pick<Context, 'db' | 'actor'>;

const walkOf = (row: WalkRow): Walk => ({
	id: row.id,
	placeCode: row.placeCode,
	slug: row.slug,
	dialogueId: row.dialogueId,
	route: row.route,
	day: row.day,
	participants: row.participants,
	about: row.about,
	publishedOn: row.publishedOn,
	reportedOn: row.reportedOn
});

type PointRow = Awaited<ReturnType<typeof selectPoints>>[number];

const pointOf = (row: PointRow): WalkPoint => ({
	id: row.id,
	number: row.number,
	spot: row.spot,
	category: row.category as PointCategory,
	observation: row.observation,
	responsible: row.responsible,
	answer: row.answer,
	status: row.status as PointStatus,
	doneOn: row.doneOn,
	photo: row.photoId
		? {
				id: row.photoId,
				alternativeText: row.alternativeText ?? '',
				width: row.width ?? 0,
				height: row.height ?? 0
			}
		: null
});

/** The points of a walk that the caller has read. */
export const listPoints = async (ctx: Pick<Context, 'db'>, walkId: string): Promise<WalkPoint[]> =>
	(await selectPoints(ctx.db, [walkId])).map(pointOf);

/**
 * A walk as those who write its protocol have it.
 * @throws AppError `not-found` when there is none, or without the permission `meeting.lead` in its place
 */
export async function readWalk(ctx: Reader, id: string): Promise<Walk> {
	const row = await selectWalks(ctx.db).where('id', '=', id).executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such walk');
	await requirePermission(ctx, 'meeting.lead', row.placeCode);
	return walkOf(row);
}

/**
 * A published walk at its public address, with its points.
 * @throws AppError `not-found`, also for a draft
 */
export async function readPublishedWalk(
	ctx: Pick<Context, 'db'>,
	{ placeCode, slug }: Pick<Walk, 'placeCode' | 'slug'>
): Promise<{ walk: Walk; points: WalkPoint[] }> {
	const row = await selectWalks(ctx.db)
		.where('placeCode', '=', placeCode)
		.where('slug', '=', slug)
		.where('publishedOn', 'is not', null)
		.executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such walk');
	return { walk: walkOf(row), points: await listPoints(ctx, row.id) };
}

/** The published walks of a municipality, the latest first. */
export async function listPublishedWalks(ctx: Pick<Context, 'db'>, placeCode: string): Promise<Walk[]> {
	const rows = await selectWalks(ctx.db)
		.where('placeCode', '=', placeCode)
		.where('publishedOn', 'is not', null)
		.orderBy('day', 'desc')
		.orderBy('slug')
		.execute();
	return rows.map(walkOf);
}

/** Every walk that somebody may write the protocol of, the latest first. */
export async function listWalks(ctx: Reader): Promise<Walk[]> {
	const walks = (await selectWalks(ctx.db).orderBy('day', 'desc').orderBy('slug').execute()).map(walkOf);
	const codes = [...new Set(walks.map(({ placeCode }) => placeCode))];
	const answers = await Promise.all(codes.map((code) => hasPermission(ctx, 'meeting.lead', code)));
	const open = new Set(codes.filter((_, index) => answers[index]));
	return walks.filter(({ placeCode }) => open.has(placeCode));
}

/** A point of a walk as the situation room takes it as evidence. */
export interface FoundPoint {
	walk: Pick<Walk, 'id' | 'route' | 'day' | 'placeCode' | 'publishedOn' | 'slug'>;
	point: WalkPoint;
}

/**
 * The points of all walks in a place and below it, drafts as well, the latest walk first.
 * @throws AppError `not-found` without the permission `results.read` in the place
 */
export async function listWalkPoints(
	ctx: Reader,
	{ placeCode }: { placeCode: string }
): Promise<FoundPoint[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	const codes = [placeCode, ...(await readPlacesBelow(ctx, [placeCode]))];
	const rows = await selectWalks(ctx.db)
		.where('placeCode', 'in', codes)
		.orderBy('day', 'desc')
		.orderBy('slug')
		.execute();
	if (rows.length === 0) return [];
	const points = await selectPoints(
		ctx.db,
		rows.map(({ id }) => id)
	);
	return rows.flatMap(({ id, route, day, placeCode: at, publishedOn, slug }) =>
		points
			.filter(({ walkId }) => walkId === id)
			.map((row) => ({ walk: { id, route, day, placeCode: at, publishedOn, slug }, point: pointOf(row) }))
	);
}

/** A photo's bytes, and what they are. */
export interface PhotoFile {
	mediaType: string;
	content: Buffer;
}

/** A photo of a published walk. @throws AppError `not-found`, also for one of a draft */
export async function readPublishedPhoto(ctx: Pick<Context, 'db'>, id: string): Promise<PhotoFile> {
	const photo = await selectPhoto(ctx.db, id);
	const walk =
		photo &&
		(await selectWalks(ctx.db)
			.where('id', '=', photo.walkId)
			.where('publishedOn', 'is not', null)
			.executeTakeFirst());
	if (!photo || !walk) throw new AppError('not-found', 'no such photo');
	return { mediaType: photo.mediaType, content: photo.content };
}

/** A photo of a walk for those who write its protocol. @throws AppError `not-found` */
export async function readPhoto(
	ctx: Reader,
	{ walkId, id }: { walkId: string; id: string }
): Promise<PhotoFile> {
	await readWalk(ctx, walkId);
	const photo = await selectPhoto(ctx.db, id);
	if (photo?.walkId !== walkId) throw new AppError('not-found', 'no such photo');
	return { mediaType: photo.mediaType, content: photo.content };
}
