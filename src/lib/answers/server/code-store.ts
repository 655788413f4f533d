import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import { isPostgres } from '../../server/db/lock.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Fewer rows than an SQLite statement has parameters for. */
const portion = 400;

function* portionsOf<T>(items: readonly T[]): Generator<T[]> {
	for (let start = 0; start < items.length; start += portion) yield items.slice(start, start + portion);
}

/** Writes new codes in the order of their hashes. */
export async function insertCodes(
	trx: Trx,
	dialogueId: string,
	codeHashes: readonly string[]
): Promise<void> {
	const rows = codeHashes.toSorted().map((codeHash) => ({ dialogueId, codeHash, taken: 0 as const }));
	for (const some of portionsOf(rows)) await trx.insertInto('entryCode').values(some).execute();
}

/** Codes of a dialogue, spent ones as well. */
export async function countCodeRows(db: Db, dialogueId: string): Promise<number> {
	const count = (table: 'entryCode' | 'spentCode') =>
		db
			.selectFrom(table)
			.select((row) => row.fn.countAll<number>().as('number'))
			.where('dialogueId', '=', dialogueId)
			.executeTakeFirstOrThrow();
	return (await count('entryCode')).number + (await count('spentCode')).number;
}

/**
 * Takes those of these codes that nobody has taken. On PostgreSQL rows are locked in the order of their hashes, so
 * that two processes wait for each other and never in a ring.
 * @returns the hashes of those taken now
 */
export async function updateTaken(
	trx: Trx,
	dialogueId: string,
	codeHashes: readonly string[]
): Promise<Set<string>> {
	const free = trx
		.selectFrom('entryCode')
		.select('codeHash')
		.where('dialogueId', '=', dialogueId)
		.where('codeHash', 'in', codeHashes)
		.where('taken', '=', 0)
		.orderBy('codeHash')
		.$if(isPostgres(trx), (query) => query.forUpdate());
	const hashes = (await free.execute()).map(({ codeHash }) => codeHash);
	if (hashes.length > 0)
		await trx
			.updateTable('entryCode')
			.set({ taken: 1 })
			.where('dialogueId', '=', dialogueId)
			.where('codeHash', 'in', hashes)
			.execute();
	return new Set(hashes);
}

/** Which of these codes the dialogue has, taken, spent or free. */
export async function selectKnownCodes(
	db: Db,
	dialogueId: string,
	codeHashes: readonly string[]
): Promise<Set<string>> {
	const known = (table: 'entryCode' | 'spentCode') =>
		db
			.selectFrom(table)
			.select('codeHash')
			.where('dialogueId', '=', dialogueId)
			.where('codeHash', 'in', codeHashes)
			.execute();
	const rows = [...(await known('entryCode')), ...(await known('spentCode'))];
	return new Set(rows.map(({ codeHash }) => codeHash));
}

/**
 * Moves the codes that were taken since the last seal to the spent ones, in the order of their hashes: what is kept
 * says nothing about when each was used.
 */
export async function moveTakenCodes(trx: Trx, dialogueId: string): Promise<void> {
	const { rows } = await sql<{ codeHash: string }>`
		delete from entry_code where dialogue_id = ${dialogueId} and taken = 1 returning code_hash`.execute(trx);
	const spent = rows.map(({ codeHash }) => codeHash).toSorted();
	for (const some of portionsOf(spent.map((codeHash) => ({ dialogueId, codeHash }))))
		await trx.insertInto('spentCode').values(some).execute();
}
