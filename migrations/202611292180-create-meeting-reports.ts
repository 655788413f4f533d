import type { ColumnBuilderCallback, Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

const required: ColumnBuilderCallback = (column) => column.notNull();
const identity: ColumnBuilderCallback = (column) => column.primaryKey().notNull();
const ofMeeting: ColumnBuilderCallback = (column) =>
	column.notNull().references('meeting.id').onDelete('cascade');

/** What staff add to the report that a meeting makes by itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'meeting_report', (table) =>
		table
			.addColumn('meeting_id', 'text', (column) =>
				column.primaryKey().notNull().references('meeting.id').onDelete('cascade')
			)
			.addColumn('conclusions', 'text', required)
			.addColumn('quotes', 'text', required)
	);
	await createKeyedTable(db, 'meeting_photo', (table) =>
		table
			.addColumn('id', 'text', identity)
			.addColumn('meeting_id', 'text', ofMeeting)
			.addColumn('number', 'integer', required)
			.addColumn('media_type', 'text', required)
			.addColumn('width', 'integer', required)
			.addColumn('height', 'integer', required)
			.addColumn('content', onPostgres(db) ? 'bytea' : 'blob', required)
			.addColumn('alternative_text', 'text', required)
	);
	await db.schema.createIndex('meeting_photo_meeting').on('meeting_photo').column('meeting_id').execute();
}
