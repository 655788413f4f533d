import { sql, type Kysely, type Transaction } from 'kysely';
import { isPostgres } from '../../server/db/lock.ts';
import type { Database } from '../../server/db/database.ts';
import type { PendingRow, PendingTextRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** A list of flat objects as a table: one parameter and one statement text whatever the number of rows. */
function rowsOf(db: Db, rows: Record<string, string>[], columns: string[]) {
	const json = JSON.stringify(rows);
	const list = (make: (column: string) => ReturnType<typeof sql>) => sql.join(columns.map(make));
	if (isPostgres(db))
		return sql`(select ${list((column) => sql`value->>${sql.lit(column)} as ${sql.ref(column)}`)} from json_array_elements(${json}::json)) as given`;
	return sql`(select ${list((column) => sql`value->>${sql.lit(column)} as ${sql.ref(column)}`)} from json_each(${json})) as given`;
}

/** Inserts sheets whose key is neither pending nor spent. @returns the ids of those inserted. */
export async function insertPending(trx: Trx, rows: PendingRow[]): Promise<Set<string>> {
	const values = rows.map(({ id, dialogueId, keyHash, epoch, payload }) => ({
		id,
		dialogueId,
		keyHash,
		epoch,
		payload
	}));
	const given = rowsOf(trx, values, ['id', 'dialogueId', 'keyHash', 'epoch', 'payload']);
	const { rows: inserted } = await sql<{ id: string }>`
		insert into pending (id, dialogue_id, key_hash, epoch, payload)
		select given.id, given.dialogue_id, given.key_hash, given.epoch, given.payload from ${given}
		where not exists (
			select 1 from spent where spent.dialogue_id = given.dialogue_id and spent.key_hash = given.key_hash
		)
		on conflict (dialogue_id, key_hash) do nothing
		returning id`.execute(trx);
	return new Set(inserted.map(({ id }) => id));
}

export async function insertPendingTexts(trx: Trx, rows: PendingTextRow[]): Promise<void> {
	const values = rows.map(({ id, dialogueId, epoch, payload }) => ({ id, dialogueId, epoch, payload }));
	const given = rowsOf(trx, values, ['id', 'dialogueId', 'epoch', 'payload']);
	await sql`insert into pending_text (id, dialogue_id, epoch, payload)
		select given.id, given.dialogue_id, given.epoch, given.payload from ${given}`.execute(trx);
}

/** In the order of the ids: what sealing chooses depends on its random numbers alone. */
export const selectPendingIds = (db: Db, dialogueId: string) =>
	db.selectFrom('pending').select('id').where('dialogueId', '=', dialogueId).orderBy('id').execute();

/** The rows with these ids; asked for in portions, since a statement has only so many parameters. */
export async function selectPending(db: Db, ids: readonly string[]): Promise<PendingRow[]> {
	const rows: PendingRow[] = [];
	for (let start = 0; start < ids.length; start += 500)
		rows.push(
			...(await db
				.selectFrom('pending')
				.select(['id', 'dialogueId', 'keyHash', 'epoch', 'payload'])
				.where('id', 'in', ids.slice(start, start + 500))
				.execute())
		);
	return rows;
}

/** Any one waiting sheet. */
export const selectSomePending = (db: Db, dialogueId: string) =>
	db.selectFrom('pending').select('id').where('dialogueId', '=', dialogueId).limit(1).executeTakeFirst();

/** The waiting sheet with a key. */
export const selectPendingByKey = (
	db: Db,
	dialogueId: string,
	keyHash: string
): Promise<PendingRow | undefined> =>
	db
		.selectFrom('pending')
		.select(['id', 'dialogueId', 'keyHash', 'epoch', 'payload'])
		.where('dialogueId', '=', dialogueId)
		.where('keyHash', '=', keyHash)
		.executeTakeFirst();

export const selectPendingTexts = (db: Db, dialogueId: string) =>
	db
		.selectFrom('pendingText')
		.select(['id', 'dialogueId', 'epoch', 'payload'])
		.where('dialogueId', '=', dialogueId)
		.execute();

export async function deletePending(trx: Trx, ids: readonly string[]): Promise<void> {
	for (let start = 0; start < ids.length; start += 500)
		await trx
			.deleteFrom('pending')
			.where('id', 'in', ids.slice(start, start + 500))
			.execute();
}

export const deletePendingTexts = (trx: Trx, dialogueId: string) =>
	trx.deleteFrom('pendingText').where('dialogueId', '=', dialogueId).execute();

export async function insertSpent(trx: Trx, dialogueId: string, keyHashes: string[]): Promise<void> {
	const rows = [...keyHashes].sort().map((keyHash) => ({ dialogueId, keyHash }));
	for (let start = 0; start < rows.length; start += 400)
		await trx
			.insertInto('spent')
			.values(rows.slice(start, start + 400))
			.execute();
}

export const deleteSpent = (trx: Trx, dialogueId: string) =>
	trx.deleteFrom('spent').where('dialogueId', '=', dialogueId).execute();

export const updatePayload = (trx: Trx, row: Pick<PendingRow, 'id' | 'epoch' | 'payload'>) =>
	trx
		.updateTable('pending')
		.set({ epoch: row.epoch, payload: row.payload })
		.where('id', '=', row.id)
		.execute();

export const selectEpochs = (db: Db, dialogueIds: string[]) =>
	db.selectFrom('epoch').select(['dialogueId', 'epoch']).where('dialogueId', 'in', dialogueIds).execute();

export const selectUsedEpochs = (db: Db, dialogueId: string) =>
	db.selectFrom('pending').select('epoch').distinct().where('dialogueId', '=', dialogueId).execute();

export const upsertEpoch = (trx: Trx, dialogueId: string, epoch: string) =>
	trx
		.insertInto('epoch')
		.values({ dialogueId, epoch })
		.onConflict((conflict) => conflict.column('dialogueId').doUpdateSet({ epoch }))
		.execute();

export const deleteEpoch = (trx: Trx, dialogueId: string) =>
	trx.deleteFrom('epoch').where('dialogueId', '=', dialogueId).execute();

/** The states of dialogues as the transaction sees them. */
export const selectOpenDialogues = (trx: Trx, ids: string[]) =>
	trx.selectFrom('dialogue').select('id').where('id', 'in', ids).where('state', '=', 'open').execute();

/** Tells whether a key has been used in a dialogue. */
export async function selectKeyKnown(db: Db, dialogueId: string, keyHash: string): Promise<boolean> {
	const known = (table: 'pending' | 'spent') =>
		db
			.selectFrom(table)
			.select('keyHash')
			.where('dialogueId', '=', dialogueId)
			.where('keyHash', '=', keyHash)
			.executeTakeFirst();
	return Boolean((await known('pending')) ?? (await known('spent')));
}
