import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

async function createMemberships(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'membership', (table) =>
		table
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('role', 'text', (column) => column.notNull())
			.addColumn('through', 'text', (column) => column.notNull())
			.addColumn('started_at', moment, (column) => column.notNull())
			.addPrimaryKeyConstraint('membership_key', ['person_id', 'place_code', 'role'])
	);
	await db.schema.createIndex('membership_place').on('membership').column('place_code').execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'person', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('email', 'text', (column) => column.unique())
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('password_hash', 'text')
			.addColumn('second_factor', 'integer', (column) => column.notNull())
	);
	await createMemberships(db);
	await createKeyedTable(db, 'invitation', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('token_hash', 'text', (column) => column.notNull().unique())
			.addColumn('email', 'text', (column) => column.notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('role', 'text', (column) => column.notNull())
			.addColumn('invited_by', 'text', (column) => column.notNull())
			.addColumn('created_at', moment, (column) => column.notNull())
			.addColumn('expires_at', moment, (column) => column.notNull())
	);
	await db.schema.createIndex('invitation_place').on('invitation').column('place_code').execute();
}
