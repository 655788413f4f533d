import type { ColumnBuilderCallback, Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { createKeyedTable } from './table.ts';

const required: ColumnBuilderCallback = (column) => column.notNull();
const ofDialogue: ColumnBuilderCallback = (column) => column.notNull().references('dialogue.id');

async function createBlocks(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'block', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('label', 'text', required)
			.addColumn('size', 'integer', required)
			.addColumn('seq', 'integer', required)
			.addColumn('counted', 'integer', required)
	);
	await db.schema.createIndex('block_dialogue').on('block').column('dialogue_id').execute();
	await createKeyedTable(db, 'block_histogram', (table) =>
		table
			.addColumn('block_id', 'text', (column) => column.notNull().references('block.id'))
			.addColumn('question_key', 'text', required)
			.addColumn('histogram', 'text', required)
			.addPrimaryKeyConstraint('block_histogram_key', ['block_id', 'question_key'])
	);
	await createKeyedTable(db, 'sheet', (table) =>
		table
			.addColumn('block_id', 'text', (column) => column.notNull().references('block.id'))
			.addColumn('id', 'text', required)
			.addColumn('answers', 'text', required)
			.addPrimaryKeyConstraint('sheet_key', ['block_id', 'id'])
	);
	await createKeyedTable(db, 'free_text', (table) =>
		table
			.addColumn('id', 'text', (column) => column.primaryKey().notNull())
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('question_key', 'text', required)
			.addColumn('text', 'text', required)
	);
}

async function createCounters(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'sealed_count', (table) =>
		table
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('label', 'text', required)
			.addColumn('sheets', 'integer', required)
			.addPrimaryKeyConstraint('sealed_count_key', ['dialogue_id', 'label'])
	);
	for (const name of ['published', 'remainder'])
		await createKeyedTable(db, name, (table) =>
			table
				.addColumn('dialogue_id', 'text', ofDialogue)
				.addColumn('question_key', 'text', required)
				.addColumn('label', 'text', required)
				.addColumn('histogram', 'text', required)
				.addPrimaryKeyConstraint(`${name}_key`, ['dialogue_id', 'question_key', 'label'])
		);
	await createKeyedTable(db, 'channel_count', (table) =>
		table
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('channel', 'text', required)
			.addColumn('sheets', 'integer', required)
			.addPrimaryKeyConstraint('channel_count_key', ['dialogue_id', 'channel'])
	);
}

async function createReleases(db: Kysely<unknown>): Promise<void> {
	await createKeyedTable(db, 'release', (table) =>
		table
			.addColumn('dialogue_id', 'text', ofDialogue)
			.addColumn('seq', 'integer', required)
			.addColumn('day', 'text', required)
			.addColumn('content', 'text', required)
			.addColumn('previous', 'text', required)
			.addColumn('hash', 'text', required)
			.addPrimaryKeyConstraint('release_key', ['dialogue_id', 'seq'])
	);
	const message = 'a release never changes';
	await freeze(db, { table: 'release', on: 'update', message });
	await freeze(db, { table: 'release', on: 'delete', message });
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await createBlocks(db);
	await createCounters(db);
	await createReleases(db);
}
