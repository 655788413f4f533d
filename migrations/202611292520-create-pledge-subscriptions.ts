import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

/** Who wants to hear about pledges. Nothing here can be joined with answers: no dialogue, no device, no network. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'pledge_subscription', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('sealed_email', 'text', (column) => column.notNull())
			.addColumn('email_hash', 'text', (column) => column.notNull())
			.addColumn('token_hash', 'text', (column) => column.notNull().unique())
			.addColumn('language', 'text', (column) => column.notNull())
			.addColumn('confirmed', 'integer', (column) => column.notNull())
			.addColumn('expires_at', onPostgres(db) ? 'bigint' : 'integer')
			.addUniqueConstraint('pledge_subscription_address', ['place_code', 'email_hash'])
	);
}
