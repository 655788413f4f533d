import { sql, type Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

/** The database itself holds that the second entry is somebody else's; what was read on paper lies encrypted. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'paper_batch', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('dialogue_id', 'text', (column) => column.notNull().references('dialogue.id'))
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('forms', 'integer', (column) => column.notNull())
			.addColumn('first_person_id', 'text', (column) => column.notNull())
			.addColumn('second_person_id', 'text')
			.addColumn('submitted', 'integer', (column) => column.notNull())
			.addCheckConstraint(
				'paper_batch_two_people',
				sql`second_person_id is null or second_person_id <> first_person_id`
			)
	);
	await db.schema.createIndex('paper_batch_dialogue').on('paper_batch').column('dialogue_id').execute();
	await createKeyedTable(db, 'paper_form', (table) =>
		table
			.addColumn('batch_id', 'text', (column) => column.notNull().references('paper_batch.id'))
			.addColumn('number', 'integer', (column) => column.notNull())
			.addColumn('entry', 'integer', (column) => column.notNull())
			.addColumn('payload', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('paper_form_key', ['batch_id', 'number', 'entry'])
			.addCheckConstraint('paper_form_entries', sql`entry in (1, 2)`)
	);
}
