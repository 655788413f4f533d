import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { PledgeApprovalRow, PledgeSignatureRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

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
