import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

async function createPasskeys(db: Kysely<unknown>, moment: 'bigint' | 'integer'): Promise<void> {
	await createKeyedTable(db, 'passkey', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('public_key', 'text', (column) => column.notNull())
			.addColumn('counter', moment, (column) => column.notNull())
			.addColumn('transports', 'text', (column) => column.notNull())
			.addColumn('backed_up', 'integer', (column) => column.notNull())
			.addColumn('added_at', moment, (column) => column.notNull())
			.addColumn('last_used_at', moment)
	);
	await db.schema.createIndex('passkey_person').on('passkey').column('person_id').execute();
	await createKeyedTable(db, 'passkey_challenge', (table) =>
		table
			.addColumn('challenge_hash', 'text', (column) => column.primaryKey().notNull())
			.addColumn('purpose', 'text', (column) => column.notNull())
			.addColumn('bound_to', 'text', (column) => column.notNull())
			.addColumn('expires_at', moment, (column) => column.notNull())
	);
}

export async function up(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'totp', (table) =>
		table
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addColumn('confirmed', 'integer', (column) => column.notNull())
			.addColumn('sealed_secret', 'text', (column) => column.notNull())
			.addColumn('last_step', moment)
			.addColumn('failures', 'integer', (column) => column.notNull())
			.addColumn('retry_at', moment, (column) => column.notNull())
			.addPrimaryKeyConstraint('totp_key', ['person_id', 'confirmed'])
	);
	await createKeyedTable(db, 'recovery_code', (table) =>
		table
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addColumn('code_hash', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('recovery_code_key', ['person_id', 'code_hash'])
	);
	await createPasskeys(db, moment);
}
