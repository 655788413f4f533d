import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { MeetingDeviceRow } from './tables.ts';

type Db = Kysely<Database>;

const columns = [
	'id',
	'meetingId',
	'kind',
	'tokenHash',
	'personId',
	'secondFactor',
	'pinHash',
	'locked',
	'touchedAt',
	'seenAt',
	'expiresAt',
	'ended',
	'tries',
	'triesFrom'
] as const satisfies (keyof MeetingDeviceRow)[];

export const selectDeviceByToken = (db: Db, tokenHash: string): Promise<MeetingDeviceRow | undefined> =>
	db.selectFrom('meetingDevice').select(columns).where('tokenHash', '=', tokenHash).executeTakeFirst();

export const selectDevices = (db: Db, meetingId: string): Promise<MeetingDeviceRow[]> =>
	db.selectFrom('meetingDevice').select(columns).where('meetingId', '=', meetingId).orderBy('id').execute();

export async function insertDevice(trx: Transaction<Database>, row: MeetingDeviceRow): Promise<void> {
	await trx.insertInto('meetingDevice').values(row).execute();
}

type Change = Partial<
	Pick<MeetingDeviceRow, 'locked' | 'touchedAt' | 'seenAt' | 'ended' | 'tries' | 'triesFrom'>
>;

export async function updateDevice(db: Db, id: string, change: Change): Promise<void> {
	await db.updateTable('meetingDevice').set(change).where('id', '=', id).execute();
}

/** Uses an offer up. @returns false when somebody else has. */
export async function updateUsed(trx: Transaction<Database>, id: string): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('meetingDevice')
		.set({ ended: 'used' })
		.where('id', '=', id)
		.where('ended', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Ends the devices of a meeting that have not ended, of some kinds. */
export async function updateEnded(
	trx: Transaction<Database>,
	meetingId: string,
	{ kinds, ended }: { kinds: readonly MeetingDeviceRow['kind'][]; ended: 'revoked' | 'taken-over' }
): Promise<void> {
	await trx
		.updateTable('meetingDevice')
		.set({ ended })
		.where('meetingId', '=', meetingId)
		.where('kind', 'in', [...kinds])
		.where('ended', 'is', null)
		.execute();
}

/** When a meeting's screen was last heard of. */
export async function selectScreenSeen(db: Db, meetingId: string): Promise<Date | null> {
	const row = await db
		.selectFrom('meetingDevice')
		.select((of) => of.fn.max('seenAt').as('seenAt'))
		.where('meetingId', '=', meetingId)
		.where('kind', '=', 'screen')
		.where('ended', 'is', null)
		.executeTakeFirst();
	return row?.seenAt == null ? null : new Date(Number(row.seenAt));
}
