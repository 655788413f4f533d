import type { Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'dialogue_plan', (table) =>
		table
			.addColumn('draft_id', 'text', (column) =>
				column.primaryKey().notNull().references('questionnaire_draft.id').onDelete('cascade')
			)
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('opens_on', 'text', (column) => column.notNull())
			.addColumn('closes_on', 'text')
			.addColumn('results_due_on', 'text', (column) => column.notNull())
			.addColumn('pledges_due_on', 'text', (column) => column.notNull())
			.addColumn('channels', 'text', (column) => column.notNull())
			.addColumn('anonymity', 'text', (column) => column.notNull())
			.addColumn('entry', 'text', (column) => column.notNull())
	);
}
