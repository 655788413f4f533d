import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'questionnaire_draft', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('questionnaire_id', 'text', (column) => column.references('questionnaire.id'))
			.addColumn('title', 'text', (column) => column.notNull())
			.addColumn('revision', 'integer', (column) => column.notNull())
			.addColumn('content', 'text', (column) => column.notNull())
			.addColumn('changed_at', moment, (column) => column.notNull())
			.addColumn('changed_by', 'text', (column) => column.notNull())
	);
	await db.schema
		.createIndex('questionnaire_draft_place')
		.on('questionnaire_draft')
		.column('place_code')
		.execute();
	await createKeyedTable(db, 'draft_editor', (table) =>
		table
			.addColumn('draft_id', 'text', (column) =>
				column.notNull().references('questionnaire_draft.id').onDelete('cascade')
			)
			.addColumn('person_id', 'text', (column) => column.notNull())
			.addColumn('seen_at', moment, (column) => column.notNull())
			.addColumn('logged_at', moment)
			.addPrimaryKeyConstraint('draft_editor_key', ['draft_id', 'person_id'])
	);
}
