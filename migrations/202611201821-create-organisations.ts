import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'organisation', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('issuer', 'text', (column) => column.notNull())
			.addColumn('client_id', 'text', (column) => column.notNull())
			.addColumn('sealed_secret', 'text', (column) => column.notNull())
			.addColumn('rules', 'text', (column) => column.notNull())
			.addColumn('trusted', 'text', (column) => column.notNull())
	);
	await db.schema.createIndex('organisation_place').on('organisation').column('place_code').execute();
	await createKeyedTable(db, 'organisation_person', (table) =>
		table
			.addColumn('organisation_id', 'text', (column) => column.notNull().references('organisation.id'))
			.addColumn('issuer', 'text', (column) => column.notNull())
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
			.addPrimaryKeyConstraint('organisation_person_key', ['organisation_id', 'issuer', 'subject'])
	);
	await db.schema
		.createIndex('organisation_person_person')
		.on('organisation_person')
		.column('person_id')
		.execute();
	await createKeyedTable(db, 'organisation_attempt', (table) =>
		table
			.addColumn('state_hash', 'text', (column) => column.primaryKey().notNull())
			.addColumn('organisation_id', 'text', (column) => column.notNull().references('organisation.id'))
			.addColumn('bound_to', 'text', (column) => column.notNull())
			.addColumn('expires_at', onPostgres(db) ? 'bigint' : 'integer', (column) => column.notNull())
	);
}
