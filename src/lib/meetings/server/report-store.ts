import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { MeetingPhotoRow } from './tables.ts';

/** What was added to a meeting's report; nothing was where there is no row. */
export const selectReport = (db: Kysely<Database>, meetingId: string) =>
	db
		.selectFrom('meetingReport')
		.select(['conclusions', 'quotes'])
		.where('meetingId', '=', meetingId)
		.executeTakeFirst();

export async function upsertReport(
	trx: Transaction<Database>,
	row: { meetingId: string; conclusions: string; quotes: string }
): Promise<void> {
	const { meetingId, conclusions, quotes } = row;
	await trx
		.insertInto('meetingReport')
		.values({ meetingId, conclusions, quotes })
		.onConflict((conflict) => conflict.column('meetingId').doUpdateSet({ conclusions, quotes }))
		.execute();
}

/** The photos of a meeting as they were added, without their bytes. */
export const selectPhotos = (db: Kysely<Database>, meetingId: string) =>
	db
		.selectFrom('meetingPhoto')
		.select(['id', 'number', 'width', 'height', 'alternativeText'])
		.where('meetingId', '=', meetingId)
		.orderBy('number')
		.execute();

/** The bytes of one photo. */
export const selectPhoto = (db: Kysely<Database>, { meetingId, id }: { meetingId: string; id: string }) =>
	db
		.selectFrom('meetingPhoto')
		.select(['mediaType', 'content'])
		.where('meetingId', '=', meetingId)
		.where('id', '=', id)
		.executeTakeFirst();

export async function insertPhoto(trx: Transaction<Database>, photo: MeetingPhotoRow): Promise<void> {
	const { id, meetingId, number, mediaType, width, height, content, alternativeText } = photo;
	await trx
		.insertInto('meetingPhoto')
		.values({ id, meetingId, number, mediaType, width, height, content, alternativeText })
		.execute();
}

/** @returns whether there was one */
export async function deletePhoto(
	trx: Transaction<Database>,
	{ meetingId, id }: { meetingId: string; id: string }
): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('meetingPhoto')
		.where('meetingId', '=', meetingId)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}
