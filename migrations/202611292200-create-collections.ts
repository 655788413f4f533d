import type { Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

async function createDevices(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'field_device', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('collection_id', 'text', (column) => column.notNull().references('field_collection.id'))
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('token_hash', 'text', (column) => column.notNull().unique())
			.addColumn('ended', 'integer', (column) => column.notNull())
	);
	await db.schema.createIndex('field_device_collection').on('field_device').column('collection_id').execute();
	await createKeyedTable(db, 'kiosk', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('dialogue_id', 'text', (column) => column.notNull().references('dialogue.id'))
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('token_hash', 'text', (column) => column.notNull().unique())
			.addColumn('ended', 'integer', (column) => column.notNull())
	);
	await db.schema.createIndex('kiosk_dialogue').on('kiosk').column('dialogue_id').execute();
}

/** What collectors count and note lies by a random key, without a time: it says nothing about who was met when. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'field_collection', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('dialogue_id', 'text', (column) => column.references('dialogue.id'))
			.addColumn('meeting_id', 'text')
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('day', 'text', (column) => column.notNull())
			.addColumn('spots', 'text', (column) => column.notNull())
			.addColumn('themes', 'text', (column) => column.notNull())
			.addColumn('ended', 'integer', (column) => column.notNull())
	);
	for (const column of ['place_code', 'dialogue_id', 'meeting_id'])
		await db.schema.createIndex(`field_collection_${column}`).on('field_collection').column(column).execute();
	await createDevices(db);
	await createKeyedTable(db, 'field_tally', (table) =>
		table
			.addColumn('collection_id', 'text', (column) => column.notNull().references('field_collection.id'))
			.addColumn('key', 'text', (column) => column.notNull())
			.addColumn('theme', 'text', (column) => column.notNull())
			.addColumn('tone', 'text', (column) => column.notNull())
			.addColumn('spot', 'text', (column) => column.notNull())
			.addColumn('withdrawn', 'integer', (column) => column.notNull())
			.addPrimaryKeyConstraint('field_tally_key', ['collection_id', 'key'])
	);
	await createKeyedTable(db, 'field_note', (table) =>
		table
			.addColumn('collection_id', 'text', (column) => column.notNull().references('field_collection.id'))
			.addColumn('key', 'text', (column) => column.notNull())
			.addColumn('slot', 'text', (column) => column.notNull())
			.addColumn('spot', 'text', (column) => column.notNull())
			.addColumn('themes', 'text', (column) => column.notNull())
			.addColumn('tone', 'text', (column) => column.notNull())
			.addColumn('paraphrase', 'text', (column) => column.notNull())
			.addColumn('group_size', 'text', (column) => column.notNull())
			.addColumn('age_band', 'text', (column) => column.notNull())
			.addColumn('withdrawn', 'integer', (column) => column.notNull())
			.addPrimaryKeyConstraint('field_note_key', ['collection_id', 'key'])
	);
}
