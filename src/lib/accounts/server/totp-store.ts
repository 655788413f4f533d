import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** The app that counts (`confirmed`), or the one that is being set up. */
export const selectTotp = (db: Db, personId: string, confirmed: 0 | 1) =>
	db
		.selectFrom('totp')
		.select(['sealedSecret', 'lastStep', 'failures', 'retryAt'])
		.where('personId', '=', personId)
		.where('confirmed', '=', confirmed)
		.executeTakeFirst();

export async function replaceTotpDraft(trx: Trx, personId: string, sealedSecret: string): Promise<void> {
	await deleteTotp(trx, personId, 0);
	await trx
		.insertInto('totp')
		.values({ personId, confirmed: 0, sealedSecret, lastStep: null, failures: 0, retryAt: 0 })
		.execute();
}

/** Makes what is being set up the app that counts. @returns false when it is no longer there. */
export async function confirmTotpDraft(
	trx: Trx,
	draft: { personId: string; sealedSecret: string; lastStep: number }
): Promise<boolean> {
	await deleteTotp(trx, draft.personId, 1);
	const { numUpdatedRows } = await trx
		.updateTable('totp')
		.set({ confirmed: 1, lastStep: draft.lastStep, failures: 0, retryAt: 0 })
		.where('personId', '=', draft.personId)
		.where('confirmed', '=', 0)
		.where('sealedSecret', '=', draft.sealedSecret)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** @returns whether there was one. */
export async function deleteTotp(trx: Trx, personId: string, confirmed: 0 | 1): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('totp')
		.where('personId', '=', personId)
		.where('confirmed', '=', confirmed)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** Counts a try before it is looked at. @returns false when another try was counted in between. */
export async function countTotpTry(
	db: Db,
	personId: string,
	{ failures, retryAt }: { failures: number; retryAt: number }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('totp')
		.set({ failures: failures + 1, retryAt })
		.where('personId', '=', personId)
		.where('confirmed', '=', 1)
		.where('failures', '=', failures)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/**
 * Uses a step up, and every step before it. Comparing and setting are one statement, so that of two processes only
 * one accepts. @returns false when the step is used already.
 */
export async function useTotpStep(db: Db, personId: string, step: number): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('totp')
		.set({ lastStep: step, failures: 0, retryAt: 0 })
		.where('personId', '=', personId)
		.where('confirmed', '=', 1)
		.where((at) => at.or([at('lastStep', 'is', null), at('lastStep', '<', step)]))
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
