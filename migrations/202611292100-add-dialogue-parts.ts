import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { onPostgres } from './table.ts';

/** Dialogues that take the answers of one step of a meeting, and questionnaires that only such a dialogue asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('dialogue').addColumn('part_of', 'text').execute();
	await db.schema
		.alterTable('dialogue')
		.addColumn('joins', 'text', (column) => column.references('dialogue.id'))
		.execute();
	const differs = (column: string) =>
		onPostgres(db) ? `new.${column} is distinct from old.${column}` : `new.${column} is not old.${column}`;
	await freeze(db, {
		table: 'dialogue',
		of: 'part',
		on: 'update',
		when: `${differs('part_of')} or ${differs('joins')}`,
		message: 'what a dialogue is a part of never changes'
	});
	await db.schema.createIndex('dialogue_part_of').on('dialogue').column('part_of').execute();
	await db.schema.createIndex('dialogue_joins').on('dialogue').column('joins').execute();
	await db.schema
		.alterTable('questionnaire')
		.addColumn('listed', 'integer', (column) => column.notNull().defaultTo(1))
		.execute();
}
