import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { PersonLinkRow } from './tables.ts';

type Purpose = PersonLinkRow['purpose'];

/** Puts earlier links of the person for the same purpose out of use. */
export async function replaceLink(trx: Transaction<Database>, row: PersonLinkRow): Promise<void> {
	await deleteLinksOf(trx, row.personId, row.purpose);
	await trx.insertInto('personLink').values(row).execute();
}

export const selectLink = (db: Kysely<Database>, tokenHash: string, purpose: Purpose) =>
	db
		.selectFrom('personLink')
		.select(['personId', 'expiresAt'])
		.where('tokenHash', '=', tokenHash)
		.where('purpose', '=', purpose)
		.executeTakeFirst();

/** @returns whether it was there: of two at the same time, one gets true. */
export async function deleteLink(trx: Transaction<Database>, tokenHash: string): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('personLink')
		.where('tokenHash', '=', tokenHash)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

export async function deleteLinksOf(
	trx: Transaction<Database>,
	personId: string,
	purpose: Purpose
): Promise<void> {
	await trx
		.deleteFrom('personLink')
		.where('personId', '=', personId)
		.where('purpose', '=', purpose)
		.execute();
}

export async function deleteLinksBefore(db: Kysely<Database>, moment: number): Promise<void> {
	await db.deleteFrom('personLink').where('expiresAt', '<=', moment).execute();
}
