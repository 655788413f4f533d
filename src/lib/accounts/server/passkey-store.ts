import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { PasskeyChallengeRow, PasskeyRow } from './factor-tables.ts';

type Db = Kysely<Database>;

export const selectPasskeys = (db: Db) =>
	db
		.selectFrom('passkey')
		.select([
			'id',
			'personId',
			'name',
			'publicKey',
			'counter',
			'transports',
			'backedUp',
			'addedAt',
			'lastUsedAt'
		]);

/** @returns false when the passkey is known already, whoever it belongs to. */
export async function insertPasskey(trx: Transaction<Database>, row: PasskeyRow): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('passkey')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Notes a use. @returns false when the counter is no longer the one that the use was checked against. */
export async function updatePasskeyUse(
	db: Db,
	use: { id: string; counterBefore: number; counter: number; lastUsedAt: number; backedUp: number }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('passkey')
		.set({ counter: use.counter, lastUsedAt: use.lastUsedAt, backedUp: use.backedUp })
		.where('id', '=', use.id)
		.where('counter', '=', use.counterBefore)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function updatePasskeyName(
	trx: Transaction<Database>,
	{ id, personId, name }: Pick<PasskeyRow, 'id' | 'personId' | 'name'>
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('passkey')
		.set({ name })
		.where('id', '=', id)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function deletePasskey(
	trx: Transaction<Database>,
	{ id, personId }: Pick<PasskeyRow, 'id' | 'personId'>
): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('passkey')
		.where('id', '=', id)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

export async function deletePasskeysOf(trx: Transaction<Database>, personId: string): Promise<void> {
	await trx.deleteFrom('passkey').where('personId', '=', personId).execute();
}

export async function insertChallenge(db: Db, row: PasskeyChallengeRow): Promise<void> {
	await db.insertInto('passkeyChallenge').values(row).execute();
}

export async function deleteChallengesBefore(db: Db, now: number): Promise<void> {
	await db.deleteFrom('passkeyChallenge').where('expiresAt', '<=', now).execute();
}

/** Deleting is using. @returns whether it was there, for this purpose and this browser, and in time. */
export async function deleteChallenge(
	db: Db,
	{ challengeHash, purpose, boundTo }: Omit<PasskeyChallengeRow, 'expiresAt'>,
	now: number
): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('passkeyChallenge')
		.where('challengeHash', '=', challengeHash)
		.where('purpose', '=', purpose)
		.where('boundTo', '=', boundTo)
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}
