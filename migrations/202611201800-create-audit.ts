import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable, onPostgres } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'audit_event', (table) =>
		table
			.addColumn('seq', 'integer', (column) => column.primaryKey().notNull())
			.addColumn('at', onPostgres(db) ? 'bigint' : 'integer', (column) => column.notNull())
			.addColumn('actor_id', 'text', (column) => column.notNull())
			.addColumn('actor_name', 'text')
			.addColumn('action', 'text', (column) => column.notNull())
			.addColumn('place_code', 'text')
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('details', 'text', (column) => column.notNull())
			.addColumn('previous', 'text', (column) => column.notNull())
			.addColumn('hash', 'text', (column) => column.notNull())
	);
	await db.schema.createIndex('audit_event_place').on('audit_event').columns(['place_code', 'seq']).execute();
	await db.schema.createIndex('audit_event_actor').on('audit_event').columns(['actor_id', 'seq']).execute();
	const message = 'the log never changes';
	await freeze(db, { table: 'audit_event', on: 'update', message });
	await freeze(db, { table: 'audit_event', on: 'delete', message });
}
