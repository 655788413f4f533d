import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import type { SessionRow } from './tables.ts';

type Db = Kysely<Database>;

/**
 * Lets one change of a person's sessions happen at a time, so that none outlives "end them all". Before recordEvent:
 * who waits for the log holds this already.
 */
export const lockSessions = (trx: Transaction<Database>, personId: string): Promise<void> =>
	lock(trx, `sessions of ${personId}`, 'exclusive');

const columns = [
	'session.idHash',
	'session.personId',
	'session.method',
	'session.secondFactor',
	'session.device',
	'session.startedAt',
	'session.seenAt',
	'session.expiresAt',
	'session.endsAt'
] as const;

export const selectSession = (db: Db, idHash: string) =>
	db
		.selectFrom('session')
		.innerJoin('person', 'person.id', 'session.personId')
		.where('session.idHash', '=', idHash)
		.select([...columns, 'person.name', 'person.secondFactor as hasSecondFactor'])
		.executeTakeFirst();

export const selectSessionsOf = (db: Db, personId: string) =>
	db
		.selectFrom('session')
		.where('personId', '=', personId)
		.select(columns)
		.orderBy('seenAt', 'desc')
		.execute();

export async function insertSession(db: Db, row: SessionRow): Promise<void> {
	await db.insertInto('session').values(row).execute();
}

export async function updateSessionSeen(
	db: Db,
	idHash: string,
	seen: Pick<SessionRow, 'seenAt' | 'expiresAt'>
): Promise<void> {
	await db.updateTable('session').set(seen).where('idHash', '=', idHash).execute();
}

/** @returns whether there was such a session. */
export async function deleteSession(db: Db, idHash: string): Promise<boolean> {
	const { numDeletedRows } = await db.deleteFrom('session').where('idHash', '=', idHash).executeTakeFirst();
	return numDeletedRows > 0n;
}

/** @returns how many sessions ended. */
export async function deleteSessionsOf(db: Db, personId: string, except = ''): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('session')
		.where('personId', '=', personId)
		.where('idHash', '!=', except)
		.executeTakeFirst();
	return Number(numDeletedRows);
}

export async function deleteSessionsBefore(db: Db, moment: number): Promise<void> {
	await db
		.deleteFrom('session')
		.where((where) => where.or([where('expiresAt', '<=', moment), where('endsAt', '<=', moment)]))
		.execute();
}
