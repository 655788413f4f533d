import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { StatisticImportRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export const insertImport = (trx: Trx, row: StatisticImportRow) =>
	trx.insertInto('statisticImport').values(row).execute();

export const selectImport = (db: Db, id: string): Promise<StatisticImportRow | undefined> =>
	db
		.selectFrom('statisticImport')
		.select(['id', 'placeCode', 'fileName', 'content', 'settings'])
		.select(['uploadedBy', 'uploadedAt', 'confirmedAt'])
		.where('id', '=', id)
		.executeTakeFirst();

/** Files that wait for somebody to confirm them, the latest first. */
export const selectWaiting = (db: Db, placeCode: string) =>
	db
		.selectFrom('statisticImport')
		.select(['id', 'fileName', 'uploadedAt'])
		.where('placeCode', '=', placeCode)
		.where('confirmedAt', 'is', null)
		.orderBy('uploadedAt', 'desc')
		.orderBy('id')
		.execute();

export const updateImportSettings = (
	trx: Trx,
	{ id, settings }: Pick<StatisticImportRow, 'id' | 'settings'>
) =>
	trx
		.updateTable('statisticImport')
		.set({ settings })
		.where('id', '=', id)
		.where('confirmedAt', 'is', null)
		.execute();

/** @returns whether it was waiting until now. */
export async function updateConfirmed(
	trx: Trx,
	{ id, confirmedAt }: Pick<StatisticImportRow, 'id' | 'confirmedAt'>
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('statisticImport')
		.set({ confirmedAt })
		.where('id', '=', id)
		.where('confirmedAt', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Waiting files of all places that were uploaded before a moment. */
export const selectForgotten = (db: Db, uploadedBefore: number) =>
	db
		.selectFrom('statisticImport')
		.select(['id', 'placeCode', 'fileName'])
		.where('confirmedAt', 'is', null)
		.where('uploadedAt', '<', uploadedBefore)
		.orderBy('id')
		.execute();

/** Deletes a waiting file. @returns whether it was there, and still waiting */
export async function deleteImport(trx: Trx, id: string): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('statisticImport')
		.where('id', '=', id)
		.where('confirmedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return numDeletedRows > 0n;
}
