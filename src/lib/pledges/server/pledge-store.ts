import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Activity, Pledge, PledgeContent, PledgeState, PledgeChannel } from '../pledge.ts';
import type { ActivityRow, PledgeApprovalRow, PledgeRow, PledgeSignatureRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Which pledges to read; every part narrows it further. */
export interface PledgeFilter {
	ids?: readonly string[];
	placeCodes?: readonly string[];
	slug?: string;
	states?: readonly PledgeState[];
}

const activityOf = (row: ActivityRow): Activity => ({
	id: row.id,
	party: row.party,
	what: row.what,
	target: row.target,
	unit: row.unit,
	place: row.place,
	startsOn: row.startsOn,
	dueOn: row.dueOn,
	recurrence: row.recurrence,
	owner: row.owner,
	ownerId: row.ownerId
});

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
	const activities = await db
		.selectFrom('activity')
		.selectAll()
		.where('pledgeId', 'in', found)
		.orderBy('position')
		.execute();
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
				activities.filter(({ pledgeId }) => pledgeId === row.id).map(activityOf),
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

/** Replaces what a draft's activities and evidence are. */
export async function replaceParts(
	trx: Trx,
	pledgeId: string,
	{ activities, evidenceIds }: Pick<PledgeContent, 'activities' | 'evidenceIds'>
): Promise<void> {
	await trx.deleteFrom('activity').where('pledgeId', '=', pledgeId).execute();
	await trx.deleteFrom('pledgeEvidence').where('pledgeId', '=', pledgeId).execute();
	if (activities.length > 0)
		await trx
			.insertInto('activity')
			.values(
				activities.map((one, position) => ({
					...{ id: one.id, pledgeId, position, party: one.party, what: one.what, target: one.target },
					...{ unit: one.unit, place: one.place, startsOn: one.startsOn, dueOn: one.dueOn },
					...{ recurrence: one.recurrence, owner: one.owner, ownerId: one.ownerId }
				}))
			)
			.execute();
	if (evidenceIds.length > 0)
		await trx
			.insertInto('pledgeEvidence')
			.values(evidenceIds.map((evidenceId, position) => ({ pledgeId, evidenceId, position })))
			.execute();
}

export async function updateActivity(
	trx: Trx,
	id: string,
	change: Partial<Pick<ActivityRow, 'dueOn' | 'ownerId'>>
): Promise<void> {
	await trx.updateTable('activity').set(change).where('id', '=', id).execute();
}

export async function deletePledge(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom('pledge').where('id', '=', id).execute();
}

/** The pledge that an activity belongs to, and who may report on it; undefined when there is none. */
export const selectActivityHome = (
	db: Db,
	activityId: string
): Promise<{ pledgeId: string; ownerId: string | null } | undefined> =>
	db.selectFrom('activity').select(['pledgeId', 'ownerId']).where('id', '=', activityId).executeTakeFirst();

/** Ids of the published pledges with an activity that somebody answers for. */
export async function selectPledgesOfOwner(db: Db, ownerId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('activity')
		.innerJoin('pledge', 'pledge.id', 'activity.pledgeId')
		.select('pledge.id')
		.distinct()
		.where('activity.ownerId', '=', ownerId)
		.where('pledge.state', '=', 'published')
		.execute();
	return rows.map(({ id }) => id);
}

export const selectApprovals = (db: Db, pledgeIds: readonly string[]): Promise<PledgeApprovalRow[]> =>
	pledgeIds.length === 0
		? Promise.resolve([])
		: db
				.selectFrom('pledgeApproval')
				.selectAll()
				.where('pledgeId', 'in', [...pledgeIds])
				.orderBy('side', 'desc')
				.execute();

export async function insertApproval(trx: Trx, row: PledgeApprovalRow): Promise<void> {
	await trx.insertInto('pledgeApproval').values(row).execute();
}

export const selectSignatures = (db: Db, pledgeIds: readonly string[]): Promise<PledgeSignatureRow[]> =>
	pledgeIds.length === 0
		? Promise.resolve([])
		: db
				.selectFrom('pledgeSignature')
				.selectAll()
				.where('pledgeId', 'in', [...pledgeIds])
				.orderBy('side', 'desc')
				.execute();

export async function insertSignature(trx: Trx, row: PledgeSignatureRow): Promise<void> {
	await trx.insertInto('pledgeSignature').values(row).execute();
}

/** Takes back what was agreed about a draft that has changed. */
export async function deleteAgreed(trx: Trx, pledgeId: string): Promise<void> {
	await trx.deleteFrom('pledgeApproval').where('pledgeId', '=', pledgeId).execute();
	await trx.deleteFrom('pledgeSignature').where('pledgeId', '=', pledgeId).execute();
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
