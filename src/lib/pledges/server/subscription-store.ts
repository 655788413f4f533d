import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { PledgeLetterRow, PledgeSubscriptionRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export const selectSubscription = (
	db: Db,
	by: Pick<PledgeSubscriptionRow, 'tokenHash'> | Pick<PledgeSubscriptionRow, 'placeCode' | 'emailHash'>
): Promise<PledgeSubscriptionRow | undefined> => {
	const query = db.selectFrom('pledgeSubscription').selectAll();
	return 'tokenHash' in by
		? query.where('tokenHash', '=', by.tokenHash).executeTakeFirst()
		: query.where('placeCode', '=', by.placeCode).where('emailHash', '=', by.emailHash).executeTakeFirst();
};

export const selectConfirmed = (db: Db): Promise<PledgeSubscriptionRow[]> =>
	db.selectFrom('pledgeSubscription').selectAll().where('confirmed', '=', 1).orderBy('id').execute();

export async function insertSubscription(trx: Trx, row: PledgeSubscriptionRow): Promise<void> {
	await trx.insertInto('pledgeSubscription').values(row).execute();
}

export async function updateConfirmed(db: Db, id: string): Promise<void> {
	await db
		.updateTable('pledgeSubscription')
		.set({ confirmed: 1, expiresAt: null })
		.where('id', '=', id)
		.execute();
}

export async function deleteSubscription(db: Db, id: string): Promise<void> {
	await db.deleteFrom('pledgeSubscription').where('id', '=', id).execute();
}

/** Forgets addresses that have not answered. */
export async function deleteExpired(db: Db, now: number): Promise<void> {
	await db.deleteFrom('pledgeSubscription').where('expiresAt', '<=', now).execute();
}

/** Notes that a letter is about to be sent. @returns false when it was sent before */
export async function claimLetter(db: Db, row: PledgeLetterRow): Promise<boolean> {
	const result = await db
		.insertInto('pledgeLetter')
		.values(row)
		.onConflict((conflict) => conflict.columns(['recipient', 'about']).doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
