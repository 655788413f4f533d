import type { Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'pending', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('dialogue_id', 'text', (column) => column.notNull().references('dialogue.id'))
			.addColumn('key_hash', 'text', (column) => column.notNull())
			.addColumn('epoch', 'text', (column) => column.notNull())
			.addColumn('payload', 'text', (column) => column.notNull())
			.addUniqueConstraint('pending_once', ['dialogue_id', 'key_hash'])
	);
	await createKeyedTable(db, 'pending_text', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('dialogue_id', 'text', (column) => column.notNull().references('dialogue.id'))
			.addColumn('epoch', 'text', (column) => column.notNull())
			.addColumn('payload', 'text', (column) => column.notNull())
	);
	await db.schema.createIndex('pending_text_dialogue').on('pending_text').column('dialogue_id').execute();
	await createKeyedTable(db, 'spent', (table) =>
		table
			.addColumn('dialogue_id', 'text', (column) => column.notNull().references('dialogue.id'))
			.addColumn('key_hash', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('spent_key', ['dialogue_id', 'key_hash'])
	);
	await createKeyedTable(db, 'epoch', (table) =>
		table
			.addColumn('dialogue_id', 'text', (column) => column.primaryKey().notNull().references('dialogue.id'))
			.addColumn('epoch', 'text', (column) => column.notNull())
	);
}
