import type { Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'walk', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('slug', 'text', (column) => column.notNull())
			.addColumn('dialogue_id', 'text', (column) => column.references('dialogue.id'))
			.addColumn('route', 'text', (column) => column.notNull())
			.addColumn('day', 'text', (column) => column.notNull())
			.addColumn('participants', 'integer')
			.addColumn('about', 'text', (column) => column.notNull())
			.addColumn('published_on', 'text')
			.addColumn('reported_on', 'text')
			.addUniqueConstraint('walk_address', ['place_code', 'slug'])
	);
	await createKeyedTable(db, 'walk_photo', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('walk_id', 'text', (column) => column.notNull().references('walk.id'))
			.addColumn('media_type', 'text', (column) => column.notNull())
			.addColumn('width', 'integer', (column) => column.notNull())
			.addColumn('height', 'integer', (column) => column.notNull())
			.addColumn('alternative_text', 'text', (column) => column.notNull())
			.addColumn('content', onPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
	);
	await createKeyedTable(db, 'walk_point', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('walk_id', 'text', (column) => column.notNull().references('walk.id'))
			.addColumn('number', 'integer', (column) => column.notNull())
			.addColumn('spot', 'text', (column) => column.notNull())
			.addColumn('category', 'text', (column) => column.notNull())
			.addColumn('observation', 'text', (column) => column.notNull())
			.addColumn('responsible', 'text', (column) => column.notNull())
			.addColumn('answer', 'text', (column) => column.notNull())
			.addColumn('status', 'text', (column) => column.notNull())
			.addColumn('done_on', 'text')
			.addColumn('photo_id', 'text', (column) => column.references('walk_photo.id'))
			.addUniqueConstraint('walk_point_number', ['walk_id', 'number'])
	);
	await db.schema.createIndex('walk_photo_walk').on('walk_photo').column('walk_id').execute();
}
