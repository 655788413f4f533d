import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { PointInput, Walk, WalkInput } from '../walk.ts';
import type { WalkPhotoRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** A query over walks, every field by name. */
export const selectWalks = (db: Db) =>
	db
		.selectFrom('walk')
		.select(['id', 'placeCode', 'slug', 'dialogueId', 'route', 'day', 'participants', 'about'])
		.select(['publishedOn', 'reportedOn']);

/** The points of walks with their photos, in the order of the walk. */
export const selectPoints = (db: Db, walkIds: readonly string[]) =>
	db
		.selectFrom('walkPoint')
		.leftJoin('walkPhoto', 'walkPhoto.id', 'walkPoint.photoId')
		.select(['walkPoint.id', 'walkPoint.walkId', 'walkPoint.number', 'walkPoint.spot', 'walkPoint.category'])
		.select(['walkPoint.observation', 'walkPoint.responsible', 'walkPoint.answer', 'walkPoint.status'])
		.select(['walkPoint.doneOn', 'walkPoint.photoId', 'walkPhoto.alternativeText', 'walkPhoto.width'])
		.select('walkPhoto.height')
		.where('walkPoint.walkId', 'in', walkIds)
		.orderBy('walkPoint.number')
		.execute();

export const selectPhoto = (db: Db, id: string) =>
	db
		.selectFrom('walkPhoto')
		.select(['walkId', 'mediaType', 'content'])
		.where('id', '=', id)
		.executeTakeFirst();

export async function insertWalk(trx: Trx, walk: Walk): Promise<void> {
	const { id, placeCode, slug, dialogueId, route, day, participants, about } = walk;
	const dates = { publishedOn: null, reportedOn: null };
	await trx
		.insertInto('walk')
		.values({ id, placeCode, slug, dialogueId, route, day, participants, about, ...dates })
		.execute();
}

export async function updateWalk(trx: Trx, id: string, walk: WalkInput): Promise<void> {
	const { route, day, participants, about } = walk;
	await trx.updateTable('walk').set({ route, day, participants, about }).where('id', '=', id).execute();
}

export async function updateWalkDates(
	trx: Trx,
	id: string,
	dates: Partial<Pick<Walk, 'publishedOn' | 'reportedOn'>>
): Promise<void> {
	await trx.updateTable('walk').set(dates).where('id', '=', id).execute();
}

export async function insertPoint(
	trx: Trx,
	point: PointInput & { id: string; walkId: string; number: number }
): Promise<void> {
	const { id, walkId, number, spot, category, observation, responsible, answer, status, doneOn } = point;
	await trx
		.insertInto('walkPoint')
		.values({
			...{ id, walkId, number, spot, category, observation, responsible, answer, status, doneOn },
			photoId: null
		})
		.execute();
}

export async function updatePoint(trx: Trx, id: string, point: PointInput): Promise<void> {
	const { spot, category, observation, responsible, answer, status, doneOn } = point;
	await trx
		.updateTable('walkPoint')
		.set({ spot, category, observation, responsible, answer, status, doneOn })
		.where('id', '=', id)
		.execute();
}

export async function deletePoint(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom('walkPoint').where('id', '=', id).execute();
}

/** Puts a photo in the place of the one that a point has. */
export async function replacePhoto(trx: Trx, pointId: string, photo: WalkPhotoRow): Promise<void> {
	const { id, walkId, mediaType, width, height, alternativeText, content } = photo;
	await trx
		.insertInto('walkPhoto')
		.values({ id, walkId, mediaType, width, height, alternativeText, content })
		.execute();
	const before = await trx
		.selectFrom('walkPoint')
		.select('photoId')
		.where('id', '=', pointId)
		.executeTakeFirst();
	await trx.updateTable('walkPoint').set({ photoId: id }).where('id', '=', pointId).execute();
	if (before?.photoId) await deletePhoto(trx, before.photoId);
}

export async function deletePhoto(trx: Trx, id: string): Promise<void> {
	await trx.updateTable('walkPoint').set({ photoId: null }).where('photoId', '=', id).execute();
	await trx.deleteFrom('walkPhoto').where('id', '=', id).execute();
}
