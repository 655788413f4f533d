import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Choice } from '../choice-list.ts';
import type { FieldCollection, FieldDevice } from '../field-collection.ts';
import type { FieldCollectionRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** A query over collections, every field by name. */
export const selectCollections = (db: Db) =>
	db
		.selectFrom('fieldCollection')
		.select(['id', 'placeCode', 'dialogueId', 'meetingId', 'name', 'day', 'spots', 'themes', 'ended']);

/** The collection of a row. */
export const collectionOf = (row: FieldCollectionRow): FieldCollection => ({
	id: row.id,
	placeCode: row.placeCode,
	dialogueId: row.dialogueId,
	meetingId: row.meetingId,
	name: row.name,
	day: row.day,
	spots: JSON.parse(row.spots) as Choice[],
	themes: JSON.parse(row.themes) as Choice[],
	ended: row.ended === 1
});

export async function insertCollection(trx: Trx, collection: FieldCollection): Promise<void> {
	const { id, placeCode, dialogueId, meetingId, name, day, spots, themes } = collection;
	const lists = { spots: JSON.stringify(spots), themes: JSON.stringify(themes) };
	await trx
		.insertInto('fieldCollection')
		.values({ id, placeCode, dialogueId, meetingId, name, day, ...lists, ended: 0 })
		.execute();
}

/** Ends a collection and every link to it. */
export async function updateCollectionEnded(trx: Trx, id: string): Promise<void> {
	await trx.updateTable('fieldCollection').set({ ended: 1 }).where('id', '=', id).execute();
	await trx.updateTable('fieldDevice').set({ ended: 1 }).where('collectionId', '=', id).execute();
}

export async function selectDevices(db: Db, collectionId: string): Promise<FieldDevice[]> {
	const rows = await db
		.selectFrom('fieldDevice')
		.select(['id', 'name', 'ended'])
		.where('collectionId', '=', collectionId)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ id, name, ended }) => ({ id, name, ended: ended === 1 }));
}

/** The device that a token opens, unless it has been ended. */
export const selectDeviceByToken = (db: Db, tokenHash: string) =>
	db
		.selectFrom('fieldDevice')
		.select(['id', 'collectionId', 'name'])
		.where('tokenHash', '=', tokenHash)
		.where('ended', '=', 0)
		.executeTakeFirst();

export async function insertDevice(
	trx: Trx,
	device: { id: string; collectionId: string; name: string; tokenHash: string }
): Promise<void> {
	const { id, collectionId, name, tokenHash } = device;
	await trx.insertInto('fieldDevice').values({ id, collectionId, name, tokenHash, ended: 0 }).execute();
}

/** @returns whether there was such a device that had not been ended */
export async function updateDeviceEnded(
	trx: Trx,
	{ id, collectionId }: { id: string; collectionId: string }
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('fieldDevice')
		.set({ ended: 1 })
		.where('id', '=', id)
		.where('collectionId', '=', collectionId)
		.where('ended', '=', 0)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
