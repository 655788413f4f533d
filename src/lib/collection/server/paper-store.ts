import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { PaperBatch } from '../paper-batch.ts';
import type { PaperBatchRow, PaperFormRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const batches = (db: Db) =>
	db
		.selectFrom('paperBatch')
		.select(['id', 'dialogueId', 'name', 'forms', 'firstPersonId', 'secondPersonId', 'submitted']);

const batchOf = (row: PaperBatchRow): PaperBatch => ({
	id: row.id,
	dialogueId: row.dialogueId,
	name: row.name,
	forms: row.forms,
	firstPersonId: row.firstPersonId,
	secondPersonId: row.secondPersonId,
	submitted: row.submitted === 1
});

export async function selectBatch(db: Db, id: string): Promise<PaperBatch | undefined> {
	const row = await batches(db).where('id', '=', id).executeTakeFirst();
	return row && batchOf(row);
}

export async function selectBatches(db: Db, dialogueId: string): Promise<PaperBatch[]> {
	const rows = await batches(db)
		.where('dialogueId', '=', dialogueId)
		.orderBy('submitted')
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(batchOf);
}

export async function insertBatch(trx: Trx, batch: PaperBatch): Promise<void> {
	const { id, dialogueId, name, forms, firstPersonId } = batch;
	await trx
		.insertInto('paperBatch')
		.values({ id, dialogueId, name, forms, firstPersonId, secondPersonId: null, submitted: 0 })
		.execute();
}

/** Gives the second reading to somebody, unless somebody else has it. The database refuses the first person. */
export async function updateSecondPerson(trx: Trx, id: string, personId: string): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('paperBatch')
		.set({ secondPersonId: personId })
		.where('id', '=', id)
		.where((row) => row.or([row('secondPersonId', 'is', null), row('secondPersonId', '=', personId)]))
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** @returns whether it was not submitted before */
export async function updateSubmitted(trx: Trx, id: string): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('paperBatch')
		.set({ submitted: 1 })
		.where('id', '=', id)
		.where('submitted', '=', 0)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export async function upsertForm(trx: Trx, row: PaperFormRow): Promise<void> {
	const { batchId, number, entry, payload } = row;
	await trx
		.insertInto('paperForm')
		.values({ batchId, number, entry, payload })
		.onConflict((conflict) => conflict.columns(['batchId', 'number', 'entry']).doUpdateSet({ payload }))
		.execute();
}

export const selectForms = (db: Db, batchId: string) =>
	db
		.selectFrom('paperForm')
		.select(['batchId', 'number', 'entry', 'payload'])
		.where('batchId', '=', batchId)
		.orderBy('number')
		.orderBy('entry')
		.execute();

export const selectFormNumbers = (db: Db, batchId: string) =>
	db
		.selectFrom('paperForm')
		.select(['number', 'entry'])
		.where('batchId', '=', batchId)
		.orderBy('number')
		.execute();

export async function deleteForms(trx: Trx, batchId: string): Promise<void> {
	await trx.deleteFrom('paperForm').where('batchId', '=', batchId).execute();
}
