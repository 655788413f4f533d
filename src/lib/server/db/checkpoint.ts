import { sql, type Kysely } from 'kysely';
import type { Database } from './database.ts';
import { isPostgres } from './lock.ts';

/**
 * Empties SQLite's write-ahead log into the file: until then it holds every row as it arrived, deleted or not.
 * On PostgreSQL the log is covered by encryption and destroyed keys.
 */
export async function emptyWriteAheadLog(db: Kysely<Database>): Promise<void> {
	if (!isPostgres(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
