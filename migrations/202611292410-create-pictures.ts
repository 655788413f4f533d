import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable, onPostgres } from './table.ts';

/** What was signed. */
const signed = [
	'place_code',
	'number',
	'title',
	'period_from',
	'period_to',
	'dialogue_codes',
	'problem_ids',
	'snapshot',
	'frozen_on'
];

async function createPicture(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'picture', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('number', 'integer')
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('title', 'text', (column) => column.notNull())
			.addColumn('period_from', 'text', (column) => column.notNull())
			.addColumn('period_to', 'text', (column) => column.notNull())
			.addColumn('dialogue_codes', 'text', (column) => column.notNull())
			.addColumn('problem_ids', 'text', (column) => column.notNull())
			.addColumn('snapshot', 'text')
			.addColumn('frozen_on', 'text')
			.addColumn('published_on', 'text')
			.addUniqueConstraint('picture_number', ['place_code', 'number'])
	);
	const differs = onPostgres(db) ? 'is distinct from' : 'is not';
	const changed = signed.map((column) => `new.${column} ${differs} old.${column}`).join(' or ');
	const moved = `new.state ${differs} old.state or new.published_on ${differs} old.published_on`;
	const message = 'a frozen picture never changes';
	await freeze(db, {
		table: 'picture',
		on: 'update',
		when: `old.state <> 'draft' and (${changed} or new.state = 'draft' or (old.state <> 'frozen' and (${moved})))`,
		message
	});
	await freeze(db, { table: 'picture', on: 'delete', when: "old.state <> 'draft'", message });
	await createKeyedTable(db, 'picture_section', (table) =>
		table
			.addColumn('picture_id', 'text', (column) => column.notNull().references('picture.id'))
			.addColumn('section', 'text', (column) => column.notNull())
			.addColumn('revision', 'integer', (column) => column.notNull())
			.addColumn('blocks', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('picture_section_key', ['picture_id', 'section'])
	);
}

async function createSignature(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'picture_signature', (table) =>
		table
			.addColumn('picture_id', 'text', (column) => column.notNull().references('picture.id'))
			.addColumn('side', 'text', (column) => column.notNull())
			.addColumn('person_id', 'text', (column) => column.notNull())
			.addColumn('title', 'text', (column) => column.notNull())
			.addColumn('signed_on', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('picture_signature_key', ['picture_id', 'side'])
			.addUniqueConstraint('picture_signature_person', ['picture_id', 'person_id'])
	);
	const message = 'a signature never changes';
	await freeze(db, { table: 'picture_signature', on: 'update', message });
	await freeze(db, { table: 'picture_signature', on: 'delete', message });
}

async function createChoosing(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'priority_assessment', (table) =>
		table
			.addColumn('problem_id', 'text', (column) => column.notNull().references('situation_problem.id'))
			.addColumn('person_id', 'text', (column) => column.notNull())
			.addColumn('scores', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('priority_assessment_key', ['problem_id', 'person_id'])
	);
	await createKeyedTable(db, 'situation_settings', (table) =>
		table
			.addColumn('place_code', 'text', (column) => column.primaryKey().notNull().references('place.code'))
			.addColumn('criteria', 'text', (column) => column.notNull())
			.addColumn('review_months', 'integer', (column) => column.notNull())
			.addColumn('reminder_months', 'integer', (column) => column.notNull())
	);
	await createKeyedTable(db, 'checklist_item', (table) =>
		table
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('item', 'text', (column) => column.notNull())
			.addColumn('done_on', 'text', (column) => column.notNull())
			.addColumn('note', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('checklist_item_key', ['place_code', 'item'])
	);
	await createKeyedTable(db, 'wheel_entry', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('month', 'integer', (column) => column.notNull())
			.addColumn('text', 'text', (column) => column.notNull())
	);
	await createKeyedTable(db, 'staff_feedback', (table) =>
		table
			.addColumn('dialogue_id', 'text', (column) => column.primaryKey().notNull().references('dialogue.id'))
			.addColumn('text', 'text', (column) => column.notNull())
			.addColumn('written_on', 'text', (column) => column.notNull())
	);
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createPicture(db);
	await createSignature(db);
	await createChoosing(db);
}
