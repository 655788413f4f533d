import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';

type Db = Kysely<Database>;

export const selectSetupLink = (db: Db, tokenHash: string) =>
	db.selectFrom('setupLink').select('tokenHash').where('tokenHash', '=', tokenHash).executeTakeFirst();

export async function replaceSetupLink(trx: Transaction<Database>, tokenHash: string): Promise<void> {
	await trx.deleteFrom('setupLink').execute();
	await trx.insertInto('setupLink').values({ tokenHash }).execute();
}

/** @returns whether there was such a link. */
export async function deleteSetupLink(trx: Transaction<Database>, tokenHash: string): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('setupLink')
		.where('tokenHash', '=', tokenHash)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}
