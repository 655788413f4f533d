import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

async function createSessions(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'session', (table) =>
		table
			.addColumn('id_hash', 'text', (column) => column.primaryKey().notNull())
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addColumn('method', 'text', (column) => column.notNull())
			.addColumn('second_factor', 'integer', (column) => column.notNull())
			.addColumn('device', 'text', (column) => column.notNull())
			.addColumn('started_at', moment, (column) => column.notNull())
			.addColumn('seen_at', moment, (column) => column.notNull())
			.addColumn('expires_at', moment, (column) => column.notNull())
			.addColumn('ends_at', moment, (column) => column.notNull())
	);
	await db.schema.createIndex('session_person').on('session').column('person_id').execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createSessions(db);
	await createKeyedTable(db, 'known_device', (table) =>
		table
			.addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addColumn('expires_at', moment, (column) => column.notNull())
	);
	await createKeyedTable(db, 'person_link', (table) =>
		table
			.addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addColumn('purpose', 'text', (column) => column.notNull())
			.addColumn('expires_at', moment, (column) => column.notNull())
	);
	for (const table of ['known_device', 'person_link'])
		await db.schema.createIndex(`${table}_person`).on(table).column('person_id').execute();
}
