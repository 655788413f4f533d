import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';

export async function replaceRecoveryCodes(
	trx: Transaction<Database>,
	personId: string,
	codeHashes: readonly string[]
): Promise<void> {
	await trx.deleteFrom('recoveryCode').where('personId', '=', personId).execute();
	if (codeHashes.length > 0)
		await trx
			.insertInto('recoveryCode')
			.values(codeHashes.map((codeHash) => ({ personId, codeHash })))
			.execute();
}

/** Deleting is using: of two at the same time only one finds the code. */
export async function deleteRecoveryCode(
	trx: Transaction<Database>,
	personId: string,
	codeHash: string
): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('recoveryCode')
		.where('personId', '=', personId)
		.where('codeHash', '=', codeHash)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

export async function countRecoveryCodes(db: Kysely<Database>, personId: string): Promise<number> {
	const { count } = await db
		.selectFrom('recoveryCode')
		.select((of) => of.fn.countAll<number>().as('count'))
		.where('personId', '=', personId)
		.executeTakeFirstOrThrow();
	return count;
}
