import type { ColumnBuilderCallback, Kysely } from 'kysely';
import { createKeyedTable, onPostgres } from './table.ts';

const required: ColumnBuilderCallback = (column) => column.notNull();
const identity: ColumnBuilderCallback = (column) => column.primaryKey().notNull();
const ofMeeting: ColumnBuilderCallback = (column) =>
	column.notNull().references('meeting.id').onDelete('cascade');

async function createMeeting(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'meeting', (table) =>
		table
			.addColumn('id', 'text', identity)
			.addColumn('code', 'text', (column) => column.notNull().unique())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('slug', 'text', required)
			.addColumn('title', 'text', required)
			.addColumn('form', 'text', required)
			.addColumn('state', 'text', required)
			.addColumn('rehearses', 'text')
			.addColumn('dialogue_id', 'text', (column) => column.references('dialogue.id'))
			.addColumn('starts_at', moment, required)
			.addColumn('ends_at', moment, required)
			.addColumn('venue', 'text', required)
			.addColumn('about', 'text')
			.addColumn('languages', 'text', required)
			.addColumn('second_language', 'text')
			.addColumn('colours', 'text', required)
			.addColumn('least_shown', 'integer', required)
			.addColumn('announced', 'integer', required)
			.addColumn('current_step_id', 'text')
			.addColumn('blank', 'integer', required)
			.addColumn('revision', 'integer', required)
			.addColumn('undo', 'text')
			.addColumn('started_at', moment)
			.addColumn('ended_at', moment)
			.addColumn('reported_at', moment)
			.addUniqueConstraint('meeting_address', ['place_code', 'slug'])
	);
}

async function createSteps(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'meeting_step', (table) =>
		table
			.addColumn('id', 'text', identity)
			.addColumn('meeting_id', 'text', ofMeeting)
			.addColumn('position', 'integer', required)
			.addColumn('content', 'text', required)
			.addColumn('state', 'text', required)
			.addColumn('display', 'text', required)
			.addColumn('pinned_seq', 'integer')
			.addColumn('dialogue_id', 'text', (column) => column.references('dialogue.id'))
			.addColumn('stops_at', moment)
	);
	await db.schema.createIndex('meeting_step_meeting').on('meeting_step').column('meeting_id').execute();
	await createKeyedTable(db, 'meeting_step_count', (table) =>
		table
			.addColumn('step_id', 'text', (column) =>
				column.notNull().references('meeting_step.id').onDelete('cascade')
			)
			.addColumn('option_key', 'text', required)
			.addColumn('count', 'integer', required)
			.addColumn('entered_by', 'text', required)
			.addPrimaryKeyConstraint('meeting_step_count_key', ['step_id', 'option_key'])
	);
}

/** Screens and remotes: links that open without signing in, each of one meeting and for as long as somebody may lead it. */
async function createDevices(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'meeting_device', (table) =>
		table
			.addColumn('id', 'text', identity)
			.addColumn('meeting_id', 'text', ofMeeting)
			.addColumn('kind', 'text', required)
			.addColumn('token_hash', 'text', (column) => column.notNull().unique())
			.addColumn('person_id', 'text')
			.addColumn('second_factor', 'integer', required)
			.addColumn('pin_hash', 'text')
			.addColumn('locked', 'integer', required)
			.addColumn('touched_at', moment, required)
			.addColumn('seen_at', moment)
			.addColumn('expires_at', moment)
			.addColumn('ended', 'text')
			.addColumn('tries', 'integer', required)
			.addColumn('tries_from', moment, required)
	);
	await db.schema.createIndex('meeting_device_meeting').on('meeting_device').column('meeting_id').execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createMeeting(db);
	await createSteps(db);
	await createDevices(db);
}
