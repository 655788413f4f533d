import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable, onPostgres } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('dialogue')
		.addColumn('entry', 'text', (column) => column.notNull().defaultTo('open'))
		.execute();
	const differs = onPostgres(db) ? 'new.entry is distinct from old.entry' : 'new.entry is not old.entry';
	await freeze(db, {
		table: 'dialogue',
		of: 'entry',
		on: 'update',
		when: `old.state not in ('draft', 'scheduled') and ${differs}`,
		message: 'settings are frozen when the dialogue opens'
	});
	await createKeyedTable(db, 'entry_code', (table) =>
		table
			.addColumn('dialogue_id', 'text', (column) => column.notNull().references('dialogue.id'))
			.addColumn('code_hash', 'text', (column) => column.notNull())
			.addColumn('taken', 'integer', (column) => column.notNull())
			.addPrimaryKeyConstraint('entry_code_key', ['dialogue_id', 'code_hash'])
	);
	await createKeyedTable(db, 'spent_code', (table) =>
		table
			.addColumn('dialogue_id', 'text', (column) => column.notNull().references('dialogue.id'))
			.addColumn('code_hash', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('spent_code_key', ['dialogue_id', 'code_hash'])
	);
}
