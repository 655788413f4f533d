import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { Histogram } from '../histogram.ts';
import type { SealedCountRow } from './tables.ts';
import { entryKey, type Ledger, type LedgerChange } from '../ledger.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;
type Counters = 'published' | 'remainder';

/** All labels of a dialogue, or some of them. */
interface Scope {
	dialogueId: string;
	labels?: string[] | undefined;
}

async function selectCounters(db: Db, table: Counters, { dialogueId, labels }: Scope) {
	const rows = await db
		.selectFrom(table)
		.select(['questionKey', 'label', 'histogram'])
		.where('dialogueId', '=', dialogueId)
		.$if(labels !== undefined, (query) => query.where('label', 'in', labels!))
		.execute();
	return new Map(
		rows.map(({ questionKey, label, histogram }) => [
			entryKey(questionKey, label),
			JSON.parse(histogram) as Histogram
		])
	);
}

/** The counters of some labels, or of all when `labels` is left out. */
export async function selectLedger(db: Db, dialogueId: string, labels?: string[]): Promise<Ledger> {
	const sealed = await db
		.selectFrom('sealedCount')
		.select(['label', 'sheets'])
		.where('dialogueId', '=', dialogueId)
		.$if(labels !== undefined, (query) => query.where('label', 'in', labels!))
		.execute();
	return {
		sealed: new Map(sealed.map(({ label, sheets }) => [label, sheets])),
		published: await selectCounters(db, 'published', { dialogueId, labels }),
		remainder: await selectCounters(db, 'remainder', { dialogueId, labels })
	};
}

export async function countSealed(db: Db, dialogueId: string): Promise<number> {
	const row = await db
		.selectFrom('sealedCount')
		.select((eb) => eb.fn.sum<number>('sheets').as('sheets'))
		.where('dialogueId', '=', dialogueId)
		.executeTakeFirst();
	return Number(row?.sheets ?? 0);
}

const upsertSealed = (trx: Trx, { dialogueId, label, sheets }: SealedCountRow) =>
	trx
		.insertInto('sealedCount')
		.values({ dialogueId, label, sheets })
		.onConflict((conflict) => conflict.columns(['dialogueId', 'label']).doUpdateSet({ sheets }))
		.execute();

interface CounterRow {
	dialogueId: string;
	questionKey: string;
	label: string;
	histogram: Histogram | undefined;
}

async function replaceCounter(trx: Trx, table: Counters, { histogram: counted, ...key }: CounterRow) {
	if (!counted) {
		await trx
			.deleteFrom(table)
			.where('dialogueId', '=', key.dialogueId)
			.where('questionKey', '=', key.questionKey)
			.where('label', '=', key.label)
			.execute();
		return;
	}
	const { dialogueId, questionKey, label } = key;
	const histogram = JSON.stringify(counted);
	await trx
		.insertInto(table)
		.values({ dialogueId, questionKey, label, histogram })
		.onConflict((conflict) =>
			conflict.columns(['dialogueId', 'questionKey', 'label']).doUpdateSet({ histogram })
		)
		.execute();
}

/** Writes what a step changed of a ledger: sealed labels, and both counters of each entry. */
export async function updateLedger(
	trx: Trx,
	dialogueId: string,
	{ ledger, change }: { ledger: Ledger; change: LedgerChange }
): Promise<void> {
	for (const label of [...change.labels].sort())
		await upsertSealed(trx, { dialogueId, label, sheets: ledger.sealed.get(label)! });
	for (const { questionKey, label } of change.entries) {
		const key = entryKey(questionKey, label);
		for (const table of ['published', 'remainder'] as const)
			await replaceCounter(trx, table, { dialogueId, questionKey, label, histogram: ledger[table].get(key) });
	}
}
