import { sql, type ColumnBuilderCallback, type Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { guard } from './guard.ts';
import { createKeyedTable, onPostgres } from './table.ts';

const required: ColumnBuilderCallback = (column) => column.notNull();
const key: ColumnBuilderCallback = (column) => column.primaryKey().notNull();
const written: ColumnBuilderCallback = (column) => column.notNull().check(sql`trim(text) <> ''`);
const explained: ColumnBuilderCallback = (column) => column.notNull().check(sql`trim(why) <> ''`);
const ofPledge: ColumnBuilderCallback = (column) => column.notNull().references('pledge.id');
const reasoned = sql`outcome is null or outcome <> 'not-kept' or reason is not null`;

async function createTold(db: Kysely<unknown>): Promise<void> {
	const real = onPostgres(db) ? 'double precision' : 'real';
	await createKeyedTable(db, 'activity_progress', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('activity_id', 'text', (column) => column.notNull().references('activity.id'))
			.addColumn('at', onPostgres(db) ? 'bigint' : 'integer', required)
			.addColumn('day', 'text', required)
			.addColumn('quantity', real, required)
			.addColumn('place', 'text', required)
			.addColumn('text', 'text', written)
			.addColumn('outcome', 'text')
			.addColumn('reason', 'text')
			.addColumn('reason_text', 'text', required)
			.addColumn('person_id', 'text', required)
			.addCheckConstraint('activity_progress_reason', reasoned)
	);
	await createKeyedTable(db, 'progress_photo', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('progress_id', 'text', (column) => column.notNull().references('activity_progress.id'))
			.addColumn('alternative_text', 'text', (column) =>
				column.notNull().check(sql`trim(alternative_text) <> ''`)
			)
			.addColumn('media_type', 'text', required)
			.addColumn('content', onPostgres(db) ? 'bytea' : 'blob', required)
	);
	await createKeyedTable(db, 'pledge_report', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('at', onPostgres(db) ? 'bigint' : 'integer', required)
			.addColumn('day', 'text', required)
			.addColumn('text', 'text', written)
			.addColumn('outcome', 'text')
			.addColumn('reason', 'text')
			.addColumn('reason_text', 'text', required)
			.addColumn('value', real)
			.addColumn('next_report_on', 'text')
			.addColumn('person_id', 'text', required)
			.addCheckConstraint('pledge_report_reason', reasoned)
	);
}

async function createMended(db: Kysely<unknown>): Promise<void> {
	const moment = onPostgres(db) ? 'bigint' : 'integer';
	await createKeyedTable(db, 'pledge_correction', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('at', moment, required)
			.addColumn('day', 'text', required)
			.addColumn('field', 'text', required)
			.addColumn('before', 'text', required)
			.addColumn('after', 'text', required)
			.addColumn('why', 'text', explained)
	);
	await createKeyedTable(db, 'pledge_extension', (table) =>
		table
			.addColumn('id', 'text', key)
			.addColumn('pledge_id', 'text', ofPledge)
			.addColumn('at', moment, required)
			.addColumn('day', 'text', required)
			.addColumn('from_day', 'text', required)
			.addColumn('to_day', 'text', required)
			.addColumn('why', 'text', explained)
			.addColumn('reason', 'text', required)
			.addColumn('reason_text', 'text', required)
	);
}

const tables = ['activity_progress', 'pledge_report', 'pledge_correction', 'pledge_extension'];

/** What was said stays said; how a pledge ended, what it says and how long it holds change only beside a text. */
async function holdRules(db: Kysely<unknown>): Promise<void> {
	for (const table of tables) {
		await db.schema.createIndex(`${table}_pledge`).on(table).column('pledge_id').execute();
		const message = 'what was said about a pledge stays';
		await freeze(db, { table, on: 'update', message });
		await freeze(db, { table, on: 'delete', message });
	}
	const differs = (column: string) =>
		onPostgres(db) ? `new.${column} is distinct from old.${column}` : `new.${column} is not old.${column}`;
	const told = (table: string, rule: string) =>
		`not exists (select 1 from ${table} where pledge_id = new.id and ${rule})`;
	const rules: Record<string, string> = {
		outcome: `${differs('outcome')} and ${told('pledge_report', 'outcome = new.outcome')}`,
		valid_to: `${differs('valid_to')} and ${told('pledge_extension', 'to_day = new.valid_to')}`,
		next_report_on: `${differs('next_report_on')} and new.next_report_on is not null
			and ${told('pledge_report', 'next_report_on = new.next_report_on')}`,
		sentence: `${differs('sentence')} and ${told('pledge_correction', `field = 'sentence' and after = new.sentence`)}`
	};
	for (const [column, rule] of Object.entries(rules))
		await guard(db, {
			name: `pledge_${column}_told`,
			table: 'pledge',
			on: 'update',
			when: `old.state = 'published' and ${rule}`,
			message: 'nothing published changes without a text'
		});
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createTold(db);
	await createMended(db);
	await holdRules(db);
}
