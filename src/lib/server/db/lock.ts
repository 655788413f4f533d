import { PostgresAdapter, sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from './database.ts';

/** Tells whether a database or a transaction runs on PostgreSQL. */
export const isPostgres = (db: Kysely<Database>): boolean =>
	db.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Takes a lock on a name until the transaction ends. Several may share it; an exclusive one waits for all.
 * On SQLite there is one writer at a time anyway: the write lock is taken at once, so that a later write
 * cannot fail because somebody else wrote in between.
 */
export async function lock(
	trx: Transaction<Database>,
	name: string,
	mode: 'shared' | 'exclusive'
): Promise<void> {
	if (!isPostgres(trx)) {
		await sql`delete from kysely_migration_lock where id = ''`.execute(trx);
		return;
	}
	const suffix = sql.raw(mode === 'shared' ? '_shared' : '');
	await sql`select pg_advisory_xact_lock${suffix}(hashtextextended(${name}, 0))`.execute(trx);
}
