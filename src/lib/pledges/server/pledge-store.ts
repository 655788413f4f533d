import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Activity } from '../activity.ts';
import type { Pledge, PledgeContent, PledgeState, PledgeChannel } from '../pledge.ts';
import { selectActivities } from './activity-store.ts';
import type { PledgeRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Which pledges to read; every part narrows it further. */
export interface PledgeFilter {
	ids?: readonly string[];
	placeCodes?: readonly string[];
	slug?: string;
	states?: readonly PledgeState[];
}

const pledgeOf = (row: PledgeRow, activities: Activity[], evidenceIds: string[]): Pledge => ({
	id: row.id,
	placeCode: row.placeCode,
	slug: row.slug,
	state: row.state,
	revision: row.revision,
	agreementId: row.agreementId,
	title: row.title,
	sentence: row.sentence,
	place: row.place,
	validFrom: row.validFrom,
	validTo: row.validTo,
	evidenceIds,
	focusAreaId: row.focusAreaId,
	causeId: row.causeId,
	effect: row.effect,
	indicator: {
		kind: row.indicatorKind,
		ref: row.indicatorRef,
		what: row.indicatorWhat,
		how: row.indicatorHow,
		unit: row.indicatorUnit,
		startValue: row.startValue,
		targetValue: row.targetValue
	},
	nextReportOn: row.nextReportOn,
	channels: JSON.parse(row.channels) as PledgeChannel[],
	activities,
	outcome: row.outcome,
	publishedOn: row.publishedOn,
	example: row.example === 1
});

/** Pledges that fit, the latest published first, drafts after them. */
export async function selectPledges(db: Db, filter: PledgeFilter): Promise<Pledge[]> {
	const { ids, placeCodes, slug, states } = filter;
	if (ids?.length === 0 || placeCodes?.length === 0) return [];
	let query = db.selectFrom('pledge').selectAll();
	if (ids) query = query.where('id', 'in', [...ids]);
	if (placeCodes) query = query.where('placeCode', 'in', [...placeCodes]);
	if (slug !== undefined) query = query.where('slug', '=', slug);
	if (states) query = query.where('state', 'in', [...states]);
	const rows = await query.orderBy('title').orderBy('id').execute();
	if (rows.length === 0) return [];
	const found = rows.map(({ id }) => id);
	const activities = await selectActivities(db, found);
	const evidence = await db
		.selectFrom('pledgeEvidence')
		.selectAll()
		.where('pledgeId', 'in', found)
		.orderBy('position')
		.execute();
	return rows
		.map((row) =>
			pledgeOf(
				row,
				activities.get(row.id) ?? [],
				evidence.filter(({ pledgeId }) => pledgeId === row.id).map(({ evidenceId }) => evidenceId)
			)
		)
		.sort((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''));
}

export const selectPledge = async (db: Db, id: string): Promise<Pledge | undefined> =>
	(await selectPledges(db, { ids: [id] }))[0];

/** Keeps others from changing a pledge until the transaction ends. */
export const lockPledge = (trx: Trx, id: string): Promise<void> => lock(trx, `pledge ${id}`, 'exclusive');

/** The columns of what is written about a pledge. */
export const contentColumns = (content: PledgeContent) => ({
	title: content.title,
	sentence: content.sentence,
	place: content.place,
	validFrom: content.validFrom,
	validTo: content.validTo,
	focusAreaId: content.focusAreaId,
	causeId: content.causeId,
	effect: content.effect,
	indicatorKind: content.indicator.kind,
	indicatorRef: content.indicator.ref,
	indicatorWhat: content.indicator.what,
	indicatorHow: content.indicator.how,
	indicatorUnit: content.indicator.unit,
	startValue: content.indicator.startValue,
	targetValue: content.indicator.targetValue,
	nextReportOn: content.nextReportOn,
	channels: JSON.stringify(content.channels)
});

export async function insertPledge(trx: Trx, row: PledgeRow): Promise<void> {
	await trx.insertInto('pledge').values(row).execute();
}

export async function updatePledge(trx: Trx, id: string, change: Partial<PledgeRow>): Promise<void> {
	await trx.updateTable('pledge').set(change).where('id', '=', id).execute();
}

/** Replaces what a draft's evidence is. */
export async function replaceEvidence(
	trx: Trx,
	pledgeId: string,
	evidenceIds: readonly string[]
): Promise<void> {
	await trx.deleteFrom('pledgeEvidence').where('pledgeId', '=', pledgeId).execute();
	if (evidenceIds.length > 0)
		await trx
			.insertInto('pledgeEvidence')
			.values(evidenceIds.map((evidenceId, position) => ({ pledgeId, evidenceId, position })))
			.execute();
}

export async function deletePledge(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom('pledge').where('id', '=', id).execute();
}

/** Slugs in use in a place. */
export async function selectSlugs(db: Db, placeCode: string): Promise<string[]> {
	const rows = await db
		.selectFrom('pledge')
		.select('slug')
		.where('placeCode', '=', placeCode)
		.where('slug', 'is not', null)
		.execute();
	return rows.map(({ slug }) => slug!);
}

/** Published pledges that rest on evidence. */
export async function selectPledgesOfEvidence(db: Db, evidenceIds: readonly string[]): Promise<string[]> {
	if (evidenceIds.length === 0) return [];
	const rows = await db
		.selectFrom('pledgeEvidence')
		.innerJoin('pledge', 'pledge.id', 'pledgeEvidence.pledgeId')
		.select('pledge.id')
		.distinct()
		.where('pledgeEvidence.evidenceId', 'in', [...evidenceIds])
		.where('pledge.state', '=', 'published')
		.execute();
	return rows.map(({ id }) => id);
}
