import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'questionnaire', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('title', 'text', (column) => column.notNull())
	);
	await createKeyedTable(db, 'questionnaire_version', (table) =>
		table
			.addColumn('questionnaire_id', 'text', (column) => column.notNull().references('questionnaire.id'))
			.addColumn('version', 'integer', (column) => column.notNull())
			.addColumn('definition', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('questionnaire_version_key', ['questionnaire_id', 'version'])
	);
	const message = 'a published version never changes';
	await freeze(db, { table: 'questionnaire_version', on: 'update', message });
	await freeze(db, { table: 'questionnaire_version', on: 'delete', message });
}
