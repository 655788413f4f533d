import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Channel } from '../channel.ts';
import type { DialoguePlan } from '../plan.ts';
import type { DialoguePlanRow } from './tables.ts';

const planOf = (row: Omit<DialoguePlanRow, 'draftId'>): DialoguePlan => ({
	kind: row.kind,
	opensOn: row.opensOn,
	closesOn: row.closesOn,
	resultsDueOn: row.resultsDueOn,
	pledgesDueOn: row.pledgesDueOn,
	// Only what passed planSchema is stored.
	channels: JSON.parse(row.channels) as Channel[],
	anonymity: row.anonymity,
	entry: row.entry
});

const columns = [
	'kind',
	'opensOn',
	'closesOn',
	'resultsDueOn',
	'pledgesDueOn',
	'channels',
	'anonymity',
	'entry'
] as const satisfies (keyof DialoguePlanRow)[];

/** The plan of a draft; undefined when nobody has saved one. */
export async function selectPlan(db: Kysely<Database>, draftId: string): Promise<DialoguePlan | undefined> {
	const row = await db
		.selectFrom('dialoguePlan')
		.select(columns)
		.where('draftId', '=', draftId)
		.executeTakeFirst();
	return row && planOf(row);
}

/** The saved plans of these drafts, by draft. */
export async function selectPlans(
	db: Kysely<Database>,
	draftIds: readonly string[]
): Promise<Map<string, DialoguePlan>> {
	if (draftIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('dialoguePlan')
		.select(['draftId', ...columns])
		.where('draftId', 'in', draftIds)
		.execute();
	return new Map(rows.map((row) => [row.draftId, planOf(row)]));
}

export async function upsertPlan(
	trx: Transaction<Database>,
	draftId: string,
	plan: DialoguePlan
): Promise<void> {
	const values = {
		kind: plan.kind,
		opensOn: plan.opensOn,
		closesOn: plan.closesOn,
		resultsDueOn: plan.resultsDueOn,
		pledgesDueOn: plan.pledgesDueOn,
		channels: JSON.stringify(plan.channels),
		anonymity: plan.anonymity,
		entry: plan.entry
	};
	await trx
		.insertInto('dialoguePlan')
		.values({ draftId, ...values })
		.onConflict((conflict) => conflict.column('draftId').doUpdateSet(values))
		.execute();
}

export async function deletePlan(trx: Transaction<Database>, draftId: string): Promise<void> {
	await trx.deleteFrom('dialoguePlan').where('draftId', '=', draftId).execute();
}
