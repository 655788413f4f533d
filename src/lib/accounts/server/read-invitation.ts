import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { InvitationView } from '../invitation.ts';
import { tokenHash } from '../token.ts';
import { selectInvitations } from './invitation-store.ts';
import { selectPersonByEmail } from './person-store.ts';

/**
 * What the invitation behind a link says, with its id.
 * @throws AppError `not-found` when it is unknown, used, revoked or too old.
 */
export async function readInvitation(
	ctx: Pick<Context, 'db' | 'now'>,
	token: string
): Promise<InvitationView & { id: string }> {
	const row = await selectInvitations(ctx.db)
		.where('invitation.tokenHash', '=', tokenHash(token))
		.executeTakeFirst();
	if (!row || row.expiresAt <= ctx.now().getTime()) throw new AppError('not-found');
	return {
		id: row.id,
		email: row.email,
		role: row.role,
		placeCode: row.placeCode,
		placeName: row.placeName,
		invitedBy: row.invitedBy,
		hasAccount: (await selectPersonByEmail(ctx.db, row.email)) !== undefined
	};
}
