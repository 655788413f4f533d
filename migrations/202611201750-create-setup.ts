import type { Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'setup_link', (table) =>
		table.addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
	);
}
