import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Activity } from '../activity.ts';
import type { ActivityRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

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

/** The activities of pledges, by pledge, in their order. */
export async function selectActivities(
	db: Db,
	pledgeIds: readonly string[]
): Promise<Map<string, Activity[]>> {
	const rows = await db
		.selectFrom('activity')
		.selectAll()
		.where('pledgeId', 'in', [...pledgeIds])
		.orderBy('position')
		.execute();
	const found = new Map<string, Activity[]>();
	for (const row of rows) found.set(row.pledgeId, [...(found.get(row.pledgeId) ?? []), activityOf(row)]);
	return found;
}

/** Replaces what a draft's activities are. */
export async function replaceActivities(
	trx: Trx,
	pledgeId: string,
	activities: readonly Activity[]
): Promise<void> {
	await trx.deleteFrom('activity').where('pledgeId', '=', pledgeId).execute();
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
}

export async function updateActivity(
	trx: Trx,
	id: string,
	change: Partial<Pick<ActivityRow, 'dueOn' | 'ownerId'>>
): Promise<void> {
	await trx.updateTable('activity').set(change).where('id', '=', id).execute();
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
