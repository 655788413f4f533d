import { PostgresAdapter, sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** Tells whether migrations run on PostgreSQL; else it is SQLite. */
export const onPostgres = (db: Kysely<unknown>): boolean =>
	db.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Creates a table whose rows lie in key order. On SQLite that is `WITHOUT ROWID`: a hidden row number would
 * keep the order in which rows arrived.
 */
export async function createKeyedTable<T extends string>(
	db: Kysely<unknown>,
	name: T,
	columns: (table: CreateTableBuilder<T>) => CreateTableBuilder<T, string>
): Promise<void> {
	const table = columns(db.schema.createTable(name) as CreateTableBuilder<T>);
	await (onPostgres(db) ? table : table.modifyEnd(sql`without rowid, strict`)).execute();
}
