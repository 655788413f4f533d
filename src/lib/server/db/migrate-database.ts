import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Database } from './database.ts';

/** Thrown when the database was made by a newer Lyhörd than this one. */
export class NewerDatabaseError extends Error {
	override name = 'NewerDatabaseError';
}

/**
 * Brings the database to this version, forward only.
 * @returns the names of the migrations that ran.
 * @throws NewerDatabaseError when the database knows migrations that this version does not.
 */
export async function migrateDatabase(
	db: Kysely<Database>,
	migrations: Record<string, Migration>
): Promise<string[]> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	if (error instanceof Error && /missing|corrupted/.test(error.message))
		throw new NewerDatabaseError(error.message);
	if (error) throw error;
	return (results ?? []).map((result) => result.migrationName);
}
