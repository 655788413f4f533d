import type { Kysely } from 'kysely';
import { createKeyedTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'place', (table) =>
		table
			.addColumn('code', 'text', (column) => column.primaryKey().notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('official_name', 'text')
			.addColumn('search_name', 'text', (column) => column.notNull())
			.addColumn('slug', 'text', (column) => column.unique())
			.addColumn('parent_code', 'text')
			.addColumn('county_code', 'text')
			.addColumn('district_type', 'text')
			.addColumn('verified', 'integer', (column) => column.notNull())
			.addColumn('population', 'integer')
			.addColumn('retired', 'integer', (column) => column.notNull())
	);
	await db.schema.createIndex('place_search').on('place').columns(['kind', 'search_name']).execute();
	await db.schema.createIndex('place_parent').on('place').column('parent_code').execute();
	await createKeyedTable(db, 'place_population', (table) =>
		table
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('age_band', 'text', (column) => column.notNull())
			.addColumn('sex', 'text', (column) => column.notNull())
			.addColumn('counted_on', 'text', (column) => column.notNull())
			.addColumn('population', 'integer', (column) => column.notNull())
			.addColumn('quality', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('place_population_key', ['place_code', 'age_band', 'sex'])
	);
	await createKeyedTable(db, 'place_profile', (table) =>
		table
			.addColumn('place_code', 'text', (column) => column.primaryKey().notNull().references('place.code'))
			.addColumn('sender', 'text', (column) => column.notNull())
			.addColumn('contact_email', 'text')
			.addColumn('contact_phone', 'text')
	);
	await createKeyedTable(db, 'place_reference', (table) =>
		table
			.addColumn('name', 'text', (column) => column.primaryKey().notNull())
			.addColumn('version', 'text', (column) => column.notNull())
	);
}
