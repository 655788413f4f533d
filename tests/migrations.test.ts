import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrations } from '#migrations';
import { migrateDatabase, NewerDatabaseError } from '#lib/server/db/migrate-database.ts';
import { createTestContext, onBothEngines } from '#tests/support/context.ts';

onBothEngines('migrations', (createContext) => {
	test('have nothing left to do on a migrated database', async () => {
		const { db } = await createContext();
		expect(await migrateDatabase(db, migrations)).toEqual([]);
	});

	test('a database from a newer version is refused and left as it is', async () => {
		const { db } = await createContext();
		const timestamp = new Date().toISOString();
		await sql`insert into kysely_migration (name, timestamp) values ('999901010000-create-future', ${timestamp})`.execute(
			db
		);
		await expect(migrateDatabase(db, migrations)).rejects.toThrow(NewerDatabaseError);
	});

	test('no table of answers has a column that could hold a time, a network or a device', async () => {
		const { db } = await createContext();
		const tables = await db.introspection.getTables();
		const answerTables = [
			'pending',
			'pending_text',
			'spent',
			'sheet',
			'free_text',
			'block',
			'block_histogram',
			'entry_code',
			'spent_code',
			'text_decision',
			'released_text',
			'text_theming'
		];
		const found = tables.filter(({ name }) => answerTables.includes(name));
		expect(found).toHaveLength(answerTables.length);
		const columns = found.flatMap(({ name, columns: list }) =>
			list.map((column) => `${name}.${column.name}`)
		);
		expect(
			columns.filter((column) =>
				/_(at|on)$|time|date|address|agent|_ip|device|user|number|order/.test(column)
			)
		).toEqual([]);
	});
});

describe('on SQLite', () => {
	test('every table lies in key order: none keeps a hidden row number', async () => {
		const { db } = await createTestContext('sqlite');
		const { rows } = await sql<{ name: string; sql: string }>`
			select name, sql from sqlite_master where type = 'table' and name not like 'kysely%'`.execute(db);
		expect(rows.length).toBeGreaterThan(15);
		expect(rows.filter((row) => !/without rowid/i.test(row.sql)).map(({ name }) => name)).toEqual([]);
	});

	test('commits are durable, deleted content is overwritten, temporary data stays in memory', async () => {
		const { db } = await createTestContext('sqlite');
		const pragma = async (name: string) =>
			Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] as object)[0];
		expect(await pragma('synchronous')).toBe(2);
		expect(await pragma('secure_delete')).toBe(1);
		expect(await pragma('temp_store')).toBe(2);
		expect(await pragma('journal_mode')).toBe('wal');
		expect(await pragma('foreign_keys')).toBe(1);
	});
});
