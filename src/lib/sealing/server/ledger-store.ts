import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { Histogram } from '../histogram.ts';
import type { Curtain } from './curtain.ts';
import type { SealedCountRow } from './tables.ts';
import { entryKey, type Ledger, type LedgerChange } from '../ledger.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;
type Counters = 'published' | 'remainder';

/** All labels of a dialogue, or some of them. */
interface Scope {
	dialogueId: string;
	curtain: Curtain;
	labels?: string[] | undefined;
}

/** What is held back lies behind the curtain; what is published is for everybody. */
const written = (table: Counters, histogram: Histogram, curtain: Curtain): string =>
	table === 'remainder' ? curtain.hide(histogram) : JSON.stringify(histogram);

const read = (table: Counters, text: string, curtain: Curtain): Histogram =>
	table === 'remainder' ? curtain.show(text) : JSON.parse(text);

async function selectCounters(db: Db, table: Counters, { dialogueId, labels, curtain }: Scope) {
	const rows = await db
		.selectFrom(table)
		.select(['questionKey', 'label', 'histogram'])
		.where('dialogueId', '=', dialogueId)
		.$if(labels !== undefined, (query) => query.where('label', 'in', labels!))
		.execute();
	return new Map(
		rows.map(({ questionKey, label, histogram }) => [
			entryKey(questionKey, label),
			read(table, histogram, curtain)
		])
	);
}

/** The counters of some labels, or of all when `labels` is left out. */
export async function selectLedger(db: Db, scope: Scope): Promise<Ledger> {
	const { dialogueId, labels } = scope;
	const sealed = await db
		.selectFrom('sealedCount')
		.select(['label', 'sheets'])
		.where('dialogueId', '=', dialogueId)
		.$if(labels !== undefined, (query) => query.where('label', 'in', labels!))
		.execute();
	return {
		sealed: new Map(sealed.map(({ label, sheets }) => [label, sheets])),
		published: await selectCounters(db, 'published', scope),
		remainder: await selectCounters(db, 'remainder', scope)
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
	/** As it is written; undefined when nothing is left. */
	histogram: string | undefined;
}

async function replaceCounter(
	trx: Trx,
	table: Counters,
	{ dialogueId, questionKey, label, histogram }: CounterRow
) {
	if (histogram === undefined) {
		await trx
			.deleteFrom(table)
			.where('dialogueId', '=', dialogueId)
			.where('questionKey', '=', questionKey)
			.where('label', '=', label)
			.execute();
		return;
	}
	await trx
		.insertInto(table)
		.values({ dialogueId, questionKey, label, histogram })
		.onConflict((conflict) =>
			conflict.columns(['dialogueId', 'questionKey', 'label']).doUpdateSet({ histogram })
		)
		.execute();
}

/** What a step changed, and the ledger after it. */
interface Update {
	dialogueId: string;
	curtain: Curtain;
	ledger: Ledger;
	change: LedgerChange;
}

/** Writes what a step changed of a ledger: sealed labels, and both counters of each entry. */
export async function updateLedger(trx: Trx, { dialogueId, curtain, ledger, change }: Update): Promise<void> {
	for (const label of [...change.labels].sort())
		await upsertSealed(trx, { dialogueId, label, sheets: ledger.sealed.get(label)! });
	for (const { questionKey, label } of change.entries)
		for (const table of ['published', 'remainder'] as const) {
			const counted = ledger[table].get(entryKey(questionKey, label));
			const histogram = counted && written(table, counted, curtain);
			await replaceCounter(trx, table, { dialogueId, questionKey, label, histogram });
		}
}

/** Deletes every counter of a dialogue. */
export async function deleteCounters(trx: Trx, dialogueId: string): Promise<void> {
	for (const table of ['sealedCount', 'published', 'remainder', 'channelCount'] as const)
		await trx.deleteFrom(table).where('dialogueId', '=', dialogueId).execute();
}
