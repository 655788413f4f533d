import SQLite from 'better-sqlite3';
import {
	CamelCasePlugin,
	CompiledQuery,
	Kysely,
	PostgresDialect,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection
} from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';

// Counts come as bigint; ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const plugins = () => [new CamelCasePlugin()];

/**
 * Takes the write lock at once and waits for it. A transaction that reads first and writes later is refused without any
 * waiting when another process has written in between.
 */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

/**
 * Opens an SQLite file with the rules the anonymity rests on: durable commits, deleted content overwritten,
 * temporary data in memory only.
 */
export function openSqlite(file: string): Kysely<Database> {
	const raw = new SQLite(file);
	for (const pragma of [
		'busy_timeout = 5000',
		'secure_delete = ON',
		'journal_mode = WAL',
		'synchronous = FULL',
		'temp_store = MEMORY',
		'foreign_keys = ON'
	])
		raw.pragma(pragma);
	const config = { database: raw };
	const dialect = new SqliteDialect(config);
	dialect.createDriver = () => new ImmediateDriver(config);
	return new Kysely<Database>({ dialect, plugins: plugins() });
}

/** Opens a PostgreSQL database by its address, with a pool of connections. */
export function openPostgres(connectionString: string, connections = 10): Kysely<Database> {
	const pool = new pg.Pool({ connectionString, max: connections });
	// An idle connection that the server drops is replaced at the next use.
	pool.on('error', () => undefined);
	return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: plugins() });
}
