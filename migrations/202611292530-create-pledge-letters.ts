import type { Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

/** Which letters about pledges have been sent, so that each is sent once: whom it is for is told by a hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'pledge_letter', (table) =>
		table
			.addColumn('recipient', 'text', (column) => column.notNull())
			.addColumn('about', 'text', (column) => column.notNull())
			.addColumn('day', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('pledge_letter_key', ['recipient', 'about'])
	);
}
