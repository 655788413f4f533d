import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { RehearsedSheet } from '../rehearsal.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** @returns false when a sheet with that id is there already */
export async function insertRehearsal(
	trx: Trx,
	{ draftId, id, sheet }: { draftId: string; id: string; sheet: RehearsedSheet }
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('rehearsalSheet')
		.values({ draftId, id, sheet: JSON.stringify(sheet) })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

export async function selectRehearsal(
	db: Db,
	{ draftId, id }: { draftId: string; id: string }
): Promise<RehearsedSheet | undefined> {
	const row = await db
		.selectFrom('rehearsalSheet')
		.select('sheet')
		.where('draftId', '=', draftId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && (JSON.parse(row.sheet) as RehearsedSheet);
}

export async function countRehearsals(db: Db, draftId: string): Promise<number> {
	const { number } = await db
		.selectFrom('rehearsalSheet')
		.select((row) => row.fn.countAll<number>().as('number'))
		.where('draftId', '=', draftId)
		.executeTakeFirstOrThrow();
	return number;
}

/** @returns how many there were */
export async function deleteRehearsals(trx: Trx, draftId: string): Promise<number> {
	const { numDeletedRows } = await trx
		.deleteFrom('rehearsalSheet')
		.where('draftId', '=', draftId)
		.executeTakeFirstOrThrow();
	return Number(numDeletedRows);
}
