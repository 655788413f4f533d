import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable, onPostgres } from './table.ts';

async function createImports(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'statistic_import', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('file_name', 'text', (column) => column.notNull())
			.addColumn('content', onPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
			.addColumn('settings', 'text', (column) => column.notNull())
			.addColumn('uploaded_by', 'text', (column) => column.notNull())
			.addColumn('uploaded_at', moment, (column) => column.notNull())
			.addColumn('confirmed_at', moment)
	);
	await db.schema.createIndex('statistic_import_place').on('statistic_import').column('place_code').execute();
}

async function createSeries(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'statistic_series', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('series_key', 'text', (column) => column.notNull())
			.addColumn('title', 'text', (column) => column.notNull())
			.addColumn('parts', 'text', (column) => column.notNull())
			.addColumn('unit', 'text', (column) => column.notNull())
			.addColumn('notes', 'text', (column) => column.notNull())
			.addColumn('public', 'integer', (column) => column.notNull())
			.addColumn('removed', 'integer', (column) => column.notNull())
			.addColumn('version', 'integer', (column) => column.notNull())
			.addUniqueConstraint('statistic_series_once', ['place_code', 'series_key'])
	);
}

async function createVersions(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'statistic_version', (table) =>
		table
			.addColumn('series_id', 'text', (column) =>
				column.notNull().references('statistic_series.id').onDelete('cascade')
			)
			.addColumn('version', 'integer', (column) => column.notNull())
			.addColumn('import_id', 'text', (column) => column.notNull())
			.addColumn('batch', 'text', (column) => column.notNull())
			.addColumn('imported_by', 'text', (column) => column.notNull())
			.addColumn('imported_at', moment, (column) => column.notNull())
			.addColumn('source', 'text', (column) => column.notNull())
			.addColumn('licence', 'text', (column) => column.notNull())
			.addColumn('source_updated', 'text', (column) => column.notNull())
			.addColumn('retrieved_on', 'text', (column) => column.notNull())
			.addColumn('added', 'integer', (column) => column.notNull())
			.addColumn('revised', 'integer', (column) => column.notNull())
			.addPrimaryKeyConstraint('statistic_version_key', ['series_id', 'version'])
	);
	await freeze(db, {
		table: 'statistic_version',
		on: 'update',
		message: 'a version of a series never changes'
	});
}

async function createObservations(db: Kysely<unknown>): Promise<void> {
	const real = onPostgres(db) ? 'double precision' : 'real';
	await createKeyedTable(db, 'statistic_observation', (table) =>
		table
			.addColumn('series_id', 'text', (column) =>
				column.notNull().references('statistic_series.id').onDelete('cascade')
			)
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('period', 'text', (column) => column.notNull())
			.addColumn('batch', 'text', (column) => column.notNull())
			.addColumn('value', real)
			.addColumn('missing', 'text')
			.addColumn('preliminary', 'integer', (column) => column.notNull())
			.addColumn('low', real)
			.addColumn('high', real)
			.addPrimaryKeyConstraint('statistic_observation_key', [
				...(['series_id', 'place_code', 'period', 'batch'] as const)
			])
	);
	await freeze(db, {
		table: 'statistic_observation',
		on: 'update',
		message: 'a value of a version never changes'
	});
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createImports(db);
	await createSeries(db);
	await createVersions(db);
	await createObservations(db);
}
