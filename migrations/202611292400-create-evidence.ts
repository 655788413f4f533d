import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable, onPostgres } from './table.ts';

/** What may never become another once it is taken; only `withdrawn` moves. */
const taken = [
	'id',
	'place_code',
	'kind',
	'statement',
	'figure',
	'n',
	'day',
	'selection',
	'source',
	'href',
	'seq',
	'frozen',
	'dialogue_code',
	'question_key',
	'option_key',
	'taken_on'
];

async function createEvidence(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'evidence', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('statement', 'text', (column) => column.notNull())
			.addColumn('figure', 'text')
			.addColumn('n', 'integer')
			.addColumn('day', 'text', (column) => column.notNull())
			.addColumn('selection', 'text', (column) => column.notNull())
			.addColumn('source', 'text', (column) => column.notNull())
			.addColumn('href', 'text')
			.addColumn('seq', 'integer')
			.addColumn('frozen', 'text', (column) => column.notNull())
			.addColumn('dialogue_code', 'text')
			.addColumn('question_key', 'text')
			.addColumn('option_key', 'text')
			.addColumn('taken_on', 'text', (column) => column.notNull())
			.addColumn('withdrawn', 'integer', (column) => column.notNull())
	);
	await db.schema.createIndex('evidence_place').on('evidence').column('place_code').execute();
	await db.schema
		.createIndex('evidence_answer')
		.on('evidence')
		.columns(['dialogue_code', 'question_key', 'option_key'])
		.execute();
	const differs = onPostgres(db) ? 'is distinct from' : 'is not';
	const message = 'evidence never changes';
	await freeze(db, {
		table: 'evidence',
		on: 'update',
		when: taken.map((column) => `new.${column} ${differs} old.${column}`).join(' or '),
		message
	});
	await freeze(db, { table: 'evidence', on: 'delete', message });
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'evidence_file', (table) =>
		table
			.addColumn('evidence_id', 'text', (column) => column.primaryKey().notNull().references('evidence.id'))
			.addColumn('media_type', 'text', (column) => column.notNull())
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('content', onPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
	);
	const message = 'evidence never changes';
	await freeze(db, { table: 'evidence_file', on: 'update', message });
	await freeze(db, { table: 'evidence_file', on: 'delete', message });
	await createKeyedTable(db, 'public_evidence', (table) =>
		table
			.addColumn('evidence_id', 'text', (column) => column.primaryKey().notNull().references('evidence.id'))
			.addColumn('since', 'text', (column) => column.notNull())
	);
}

async function createChoice(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'situation_problem', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('note', 'text', (column) => column.notNull())
			.addColumn('position', 'integer', (column) => column.notNull())
			.addColumn('evidence_ids', 'text', (column) => column.notNull())
			.addColumn('overrules', 'text', (column) => column.notNull())
			.addColumn('ended', 'integer', (column) => column.notNull())
	);
	await createKeyedTable(db, 'cause', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('problem_id', 'text', (column) => column.notNull().references('situation_problem.id'))
			.addColumn('bone', 'text', (column) => column.notNull())
			.addColumn('text', 'text', (column) => column.notNull())
			.addColumn('parent_id', 'text', (column) => column.references('cause.id'))
			.addColumn('position', 'integer', (column) => column.notNull())
			.addColumn('evidence_ids', 'text', (column) => column.notNull())
	);
	await createKeyedTable(db, 'focus_area', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('why', 'text', (column) => column.notNull())
			.addColumn('remit', 'text', (column) => column.notNull())
			.addColumn('valid_from', 'text', (column) => column.notNull())
			.addColumn('valid_to', 'text')
			.addColumn('evidence_ids', 'text', (column) => column.notNull())
			.addColumn('cause_ids', 'text', (column) => column.notNull())
			.addColumn('ended', 'integer', (column) => column.notNull())
	);
	for (const table of ['situation_problem', 'cause', 'focus_area'])
		await db.schema.createIndex(`${table}_place`).on(table).column('place_code').execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createEvidence(db);
	await createFiles(db);
	await createChoice(db);
}
