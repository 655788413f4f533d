import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable, onPostgres } from './table.ts';

/** What respondents were told when the dialogue opened, and what decides how their answers are sealed. */
const frozen = [
	'code',
	'place_code',
	'slug',
	'kind',
	'questionnaire_id',
	'version',
	'crowd',
	'insiders',
	'freshness',
	'coin',
	'sources'
];

export async function up(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'dialogue', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('code', 'text', (column) => column.notNull().unique())
			.addColumn('place_code', 'text', (column) => column.notNull().references('place.code'))
			.addColumn('slug', 'text', (column) => column.notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('title', 'text', (column) => column.notNull())
			.addColumn('questionnaire_id', 'text', (column) => column.notNull())
			.addColumn('version', 'integer', (column) => column.notNull())
			.addColumn('opens_at', onPostgres(db) ? 'bigint' : 'integer', (column) => column.notNull())
			.addColumn('closes_at', onPostgres(db) ? 'bigint' : 'integer')
			.addColumn('results_due_on', 'text', (column) => column.notNull())
			.addColumn('pledges_due_on', 'text', (column) => column.notNull())
			.addColumn('channels', 'text', (column) => column.notNull())
			.addColumn('languages', 'text', (column) => column.notNull())
			.addColumn('crowd', 'integer', (column) => column.notNull())
			.addColumn('insiders', 'integer', (column) => column.notNull())
			.addColumn('freshness', onPostgres(db) ? 'double precision' : 'real')
			.addColumn('coin', onPostgres(db) ? 'double precision' : 'real', (column) => column.notNull())
			.addColumn('sources', 'text', (column) => column.notNull())
			.addColumn('seal_every_seconds', 'integer', (column) => column.notNull())
			.addUniqueConstraint('dialogue_address', ['place_code', 'slug'])
			.addForeignKeyConstraint('dialogue_version', ['questionnaire_id', 'version'], 'questionnaire_version', [
				'questionnaire_id',
				'version'
			])
	);
	const differs = (column: string) =>
		onPostgres(db) ? `new.${column} is distinct from old.${column}` : `new.${column} is not old.${column}`;
	await freeze(db, {
		table: 'dialogue',
		on: 'update',
		when: `old.state not in ('draft', 'scheduled') and (${frozen.map(differs).join(' or ')} or new.state in ('draft', 'scheduled'))`,
		message: 'settings are frozen when the dialogue opens'
	});
	await freeze(db, {
		table: 'dialogue',
		on: 'delete',
		when: `old.state not in ('draft', 'scheduled')`,
		message: 'an opened dialogue is never deleted'
	});
}
