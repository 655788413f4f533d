import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'place_settings', (table) =>
		table
			.addColumn('place_code', 'text', (column) => column.primaryKey().notNull().references('place.code'))
			.addColumn('open_crowd', 'integer', (column) => column.notNull())
			.addColumn('open_insiders', 'integer', (column) => column.notNull())
			.addColumn('meeting_crowd', 'integer', (column) => column.notNull())
			.addColumn('meeting_insiders', 'integer', (column) => column.notNull())
			.addColumn('retention_days', 'integer')
			.addColumn('registry_number', 'text')
			.addColumn('embed_origins', 'text', (column) => column.notNull())
			.addColumn('languages', 'text', (column) => column.notNull())
	);
	await createKeyedTable(db, 'place_logo', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('alternative_text', 'text', (column) => column.notNull())
			.addColumn('media_type', 'text', (column) => column.notNull())
			.addColumn('content', onPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
	);
	await db.schema.createIndex('place_logo_place').on('place_logo').column('place_code').execute();
}
