import type { ColumnBuilderCallback, Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

const required: ColumnBuilderCallback = (column) => column.notNull();
const ofDialogue: ColumnBuilderCallback = (column) => column.notNull().references('dialogue.id');
/** Goes with its text, when that is purged. */
const ofText: ColumnBuilderCallback = (column) =>
	column.notNull().references('free_text.id').onDelete('cascade');

async function createModeration(db: Kysely<unknown>): Promise<void> {
	await db.schema.createIndex('free_text_dialogue').on('free_text').columns(['dialogue_id', 'id']).execute();
	await createKeyedTable(db, 'text_decision', (table) =>
		table
			.addColumn('text_id', 'text', (column) => ofText(column).primaryKey())
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('decision', 'text', required)
			.addColumn('reason', 'text')
			.addColumn('sealed_masks', 'text', required)
	);
	await createKeyedTable(db, 'released_text', (table) =>
		table
			.addColumn('text_id', 'text', (column) => ofText(column).primaryKey())
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('question_key', 'text', required)
			.addColumn('text', 'text', required)
			.addColumn('hidden', 'integer', required)
	);
	for (const table of ['text_decision', 'released_text'])
		await db.schema.createIndex(`${table}_dialogue`).on(table).columns(['dialogue_id', 'text_id']).execute();
	await createKeyedTable(db, 'text_revision', (table) =>
		table
			.addColumn('dialogue_id', 'text', (column) => ofDialogue(column).primaryKey())
			.addColumn('revision', 'integer', required)
	);
}

async function createThemes(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'text_theme', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('name', 'text', required)
			.addUniqueConstraint('text_theme_name', ['dialogue_id', 'name'])
	);
	await createKeyedTable(db, 'text_theming', (table) =>
		table
			.addColumn('theme_id', 'text', (column) =>
				column.notNull().references('text_theme.id').onDelete('cascade')
			)
			.addColumn('text_id', 'text', ofText)
			.addPrimaryKeyConstraint('text_theming_key', ['theme_id', 'text_id'])
	);
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createModeration(db);
	await createThemes(db);
}
