import { readPlacesBelow } from '../../places/server/read-place-path.ts';
import type { Context } from '../../server/context.ts';
import type { OpenInvitation } from '../invitation.ts';
import { selectInvitations } from './invitation-store.ts';
import { requirePermission } from './require-permission.ts';

/**
 * The invitations to a place and to the places below it that nobody has used or revoked, latest first.
 * @throws AppError `not-found` without `people.read` in the place.
 */
export async function listInvitations(
	ctx: Pick<Context, 'db' | 'now' | 'actor'>,
	placeCode: string
): Promise<OpenInvitation[]> {
	await requirePermission(ctx, 'people.read', placeCode);
	const places = await readPlacesBelow(ctx, [placeCode]);
	const rows = await selectInvitations(ctx.db)
		.where('invitation.placeCode', 'in', places)
		.orderBy('invitation.createdAt', 'desc')
		.orderBy('invitation.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		email: row.email,
		role: row.role,
		placeCode: row.placeCode,
		placeName: row.placeName,
		invitedBy: row.invitedBy,
		createdAt: new Date(row.createdAt),
		expiresAt: new Date(row.expiresAt),
		expired: row.expiresAt <= ctx.now().getTime()
	}));
}
