import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { InvitationRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** A query over the invitations that nobody has used or revoked, with the names of their places. */
export const selectInvitations = (db: Db) =>
	db
		.selectFrom('invitation')
		.innerJoin('place', 'place.code', 'invitation.placeCode')
		.select([
			'invitation.id',
			'invitation.email',
			'invitation.placeCode',
			'place.name as placeName',
			'invitation.role',
			'invitation.invitedBy',
			'invitation.createdAt',
			'invitation.expiresAt'
		]);

/** In place of an earlier one for the same address, place and role. */
export async function replaceInvitation(trx: Trx, row: InvitationRow): Promise<void> {
	await trx
		.deleteFrom('invitation')
		.where('email', '=', row.email)
		.where('placeCode', '=', row.placeCode)
		.where('role', '=', row.role)
		.execute();
	await trx.insertInto('invitation').values(row).execute();
}

/** @returns whether it was there: of two at the same time, one gets true. */
export async function deleteInvitation(trx: Trx, id: string): Promise<boolean> {
	const { numDeletedRows } = await trx.deleteFrom('invitation').where('id', '=', id).executeTakeFirst();
	return numDeletedRows > 0n;
}

export async function deleteInvitationsBefore(db: Db, moment: number): Promise<void> {
	await db.deleteFrom('invitation').where('expiresAt', '<=', moment).execute();
}
