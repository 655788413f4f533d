import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import { deleteInvitation, selectInvitations } from './invitation-store.ts';
import { requirePermission } from './require-permission.ts';

type Acting = Pick<Context, 'db' | 'now' | 'vault' | 'actor'>;

/**
 * Takes an invitation back: its link stops working at once.
 * @throws AppError `not-found` when it is used or revoked, or without `people.manage` in its place.
 */
export async function revokeInvitation(ctx: Acting, id: string): Promise<void> {
	const invitation = await selectInvitations(ctx.db).where('invitation.id', '=', id).executeTakeFirst();
	if (!invitation) throw new AppError('not-found');
	await requirePermission(ctx, 'people.manage', invitation.placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await deleteInvitation(trx, id))) throw new AppError('not-found');
		await recordEvent(trx, ctx, {
			action: 'invitation.revoked',
			placeCode: invitation.placeCode,
			subject: `invitation:${id}`,
			before: { role: invitation.role }
		});
	});
}
