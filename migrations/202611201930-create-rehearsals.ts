import type { Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'rehearsal_sheet', (table) =>
		table
			.addColumn('draft_id', 'text', (column) =>
				column.notNull().references('questionnaire_draft.id').onDelete('cascade')
			)
			.addColumn('id', 'text', (column) => column.notNull())
			.addColumn('sheet', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('rehearsal_sheet_key', ['draft_id', 'id'])
	);
}
