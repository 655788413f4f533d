import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import { makeLink } from './person-links.ts';
import { selectMemberships } from './person-store.ts';
import { requirePermission } from './require-permission.ts';

/**
 * Makes a link by which somebody who has forgotten their password chooses a new one, for an administrator to hand
 * over. Only for a person all of whose roles lie within the administrator's own places.
 * @returns its path; it works once, for an hour.
 * @throws AppError `not-found` for anybody else.
 */
export async function issueResetLink(
	ctx: Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'actor'>,
	personId: string
): Promise<string> {
	const memberships = await selectMemberships(ctx.db, personId);
	if (memberships.length === 0) throw new AppError('not-found');
	for (const { placeCode } of memberships) await requirePermission(ctx, 'people.manage', placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		const token = await makeLink(trx, ctx, { personId, purpose: 'reset' });
		await recordEvent(trx, ctx, {
			action: 'reset-link.issued',
			placeCode: memberships[0]!.placeCode,
			subject: `person:${personId}`
		});
		return `/aterstall/${token}`;
	});
}
