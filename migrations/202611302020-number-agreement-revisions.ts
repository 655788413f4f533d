import type { Kysely } from 'kysely';

/** An agreement counts its revisions, so that two people who write it never overwrite each other. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('agreement')
		.addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
		.execute();
}
