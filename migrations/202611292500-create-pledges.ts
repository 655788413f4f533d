import type { ColumnBuilderCallback, Kysely } from 'kysely';
import { guard } from './guard.ts';
import { createKeyedTable, onPostgres } from './table.ts';

const required: ColumnBuilderCallback = (column) => column.notNull();
const key: ColumnBuilderCallback = (column) => column.primaryKey().notNull();
const ofPlace: ColumnBuilderCallback = (column) => column.notNull().references('place.code');
const ofPledge: ColumnBuilderCallback = (column) =>
	column.notNull().references('pledge.id').onDelete('cascade');

async function createAgreements(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'agreement', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('place_code', 'text', ofPlace)
			.addColumn('title', 'text', required)
			.addColumn('text', 'text', required)
			.addColumn('valid_from', 'text', required)
			.addColumn('valid_to', 'text')
	);
	await db.schema.createIndex('agreement_place').on('agreement').column('place_code').execute();
	await createKeyedTable(db, 'agreement_signature', (table) =>
		table
			.addColumn('agreement_id', 'text', (column) => column.notNull().references('agreement.id'))
			.addColumn('side', 'text', required)
			.addColumn('title', 'text', required)
			.addColumn('day', 'text', required)
			.addPrimaryKeyConstraint('agreement_signature_key', ['agreement_id', 'side'])
	);
}

async function createPledge(db: Kysely<unknown>): Promise<void> {
	const real = onPostgres(db) ? 'double precision' : 'real';
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'pledge', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('place_code', 'text', ofPlace)
			.addColumn('slug', 'text')
			.addColumn('state', 'text', required)
			.addColumn('revision', 'integer', required)
			.addColumn('agreement_id', 'text', (column) => column.references('agreement.id'))
			.addColumn('title', 'text', required)
			.addColumn('sentence', 'text', required)
			.addColumn('place', 'text', required)
			.addColumn('valid_from', 'text')
			.addColumn('valid_to', 'text')
			.addColumn('focus_area_id', 'text')
			.addColumn('cause_id', 'text')
			.addColumn('effect', 'text', required)
			.addColumn('indicator_kind', 'text', required)
			.addColumn('indicator_ref', 'text', required)
			.addColumn('indicator_what', 'text', required)
			.addColumn('indicator_how', 'text', required)
			.addColumn('indicator_unit', 'text', required)
			.addColumn('start_value', real)
			.addColumn('target_value', real)
			.addColumn('next_report_on', 'text')
			.addColumn('channels', 'text', required)
			.addColumn('outcome', 'text')
			.addColumn('published_on', 'text')
			.addColumn('example', 'integer', required)
			.addColumn('changed_at', moment, required)
			.addColumn('changed_by', 'text', required)
			.addUniqueConstraint('pledge_address', ['place_code', 'slug'])
	);
	await createKeyedTable(db, 'activity', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('position', 'integer', required)
			.addColumn('party', 'text', required)
			.addColumn('what', 'text', required)
			.addColumn('target', real)
			.addColumn('unit', 'text', required)
			.addColumn('place', 'text', required)
			.addColumn('starts_on', 'text')
			.addColumn('due_on', 'text')
			.addColumn('recurrence', 'text', required)
			.addColumn('owner', 'text', required)
			.addColumn('owner_id', 'text')
	);
	await db.schema.createIndex('activity_pledge').on('activity').column('pledge_id').execute();
	await db.schema.createIndex('activity_owner').on('activity').column('owner_id').execute();
}

async function createTies(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'pledge_evidence', (table) =>
		table
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('evidence_id', 'text', (column) => column.notNull().references('evidence.id'))
			.addColumn('position', 'integer', required)
			.addPrimaryKeyConstraint('pledge_evidence_key', ['pledge_id', 'evidence_id'])
	);
	await db.schema.createIndex('pledge_evidence_item').on('pledge_evidence').column('evidence_id').execute();
	await createKeyedTable(db, 'pledge_approval', (table) =>
		table
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('side', 'text', required)
			.addColumn('person_id', 'text', required)
			.addColumn('name', 'text', required)
			.addColumn('day', 'text', required)
			.addPrimaryKeyConstraint('pledge_approval_key', ['pledge_id', 'side'])
			.addUniqueConstraint('pledge_approval_person', ['pledge_id', 'person_id'])
	);
	await createKeyedTable(db, 'pledge_signature', (table) =>
		table
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('side', 'text', required)
			.addColumn('title', 'text', required)
			.addColumn('day', 'text', required)
			.addPrimaryKeyConstraint('pledge_signature_key', ['pledge_id', 'side'])
	);
}

/** What a published pledge cannot be without; the same as publish-rule.ts says in words. */
const lacking = [
	...['slug', 'published_on', 'next_report_on', 'valid_from', 'valid_to', 'start_value'].map(
		(column) => `new.${column} is null`
	),
	...['title', 'sentence', 'place', 'indicator_what'].map((column) => `trim(new.${column}) = ''`),
	`not exists (select 1 from pledge_evidence
		join evidence on evidence.id = pledge_evidence.evidence_id
		where pledge_id = new.id and withdrawn = 0)`,
	'not exists (select 1 from activity where pledge_id = new.id)',
	`exists (select 1 from activity where pledge_id = new.id
		and (trim(what) = '' or trim(owner) = '' or (due_on is null and trim(recurrence) = '')))`,
	'(select count(*) from pledge_approval where pledge_id = new.id) < 2',
	'(select count(*) from pledge_signature where pledge_id = new.id) < 2'
];

const published = (id: string) =>
	`exists (select 1 from pledge where pledge.id = ${id} and pledge.state = 'published')`;

async function holdRules(db: Kysely<unknown>): Promise<void> {
	await guard(db, {
		name: 'pledge_begins_as_draft',
		table: 'pledge',
		on: 'insert',
		when: `new.state <> 'draft'`,
		message: 'a pledge begins as a draft'
	});
	await guard(db, {
		name: 'pledge_publish_rule',
		table: 'pledge',
		on: 'update',
		when: `new.state = 'published' and old.state <> 'published' and (${lacking.join(' or ')})`,
		message: 'a pledge is published whole or not at all'
	});
	await guard(db, {
		name: 'pledge_stays_published',
		table: 'pledge',
		on: 'update',
		when: `old.state = 'published' and (new.state <> 'published' or new.slug <> old.slug
			or new.place_code <> old.place_code or new.published_on <> old.published_on
			or new.start_value is null or (new.next_report_on is null and new.outcome is null)
			or new.valid_to is null or trim(new.sentence) = '' or trim(new.indicator_what) = '')`,
		message: 'a published pledge stays as it is'
	});
	await guard(db, {
		name: 'pledge_never_deleted',
		table: 'pledge',
		on: 'delete',
		when: `old.state = 'published'`,
		message: 'a published pledge is never deleted'
	});
	for (const [table, what] of [
		['activity', 'an activity'],
		['pledge_evidence', 'evidence'],
		['pledge_approval', 'an approval'],
		['pledge_signature', 'a signature']
	] as const)
		await guard(db, {
			name: `${table}_stays`,
			table,
			on: 'delete',
			when: published('old.pledge_id'),
			message: `${what} of a published pledge stays`
		});
	await guard(db, {
		name: 'activity_keeps_owner',
		table: 'activity',
		on: 'update',
		when: `${published('old.pledge_id')} and (trim(new.owner) = '' or trim(new.what) = ''
			or (new.due_on is null and trim(new.recurrence) = ''))`,
		message: 'an activity of a published pledge keeps its owner and its day'
	});
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createAgreements(db);
	await createPledge(db);
	await createTies(db);
	await holdRules(db);
}
