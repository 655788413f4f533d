import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import { deletePasskeysOf } from './passkey-store.ts';
import { selectMemberships } from './person-store.ts';
import { requirePermission } from './require-permission.ts';
import { lockFactors, noteFactors, secondFactorState } from './second-factor.ts';
import { deleteSessionsOf } from './session-store.ts';
import { deleteTotp } from './totp-store.ts';

/**
 * Takes away every second factor of somebody who has lost them all, recovery codes included, and ends their sessions:
 * with the password they set up a new one. Never one's own, and only for a person all of whose roles lie within the
 * administrator's own places.
 * @throws AppError `not-found` for anybody else, or somebody without a second factor.
 */
export async function resetSecondFactor(
	ctx: Pick<Context, 'db' | 'now' | 'vault' | 'actor'>,
	{ personId }: { personId: string }
): Promise<void> {
	const memberships = await selectMemberships(ctx.db, personId);
	const own = ctx.actor.kind === 'staff' && ctx.actor.personId === personId;
	if (own || memberships.length === 0) throw new AppError('not-found');
	for (const { placeCode } of memberships) await requirePermission(ctx, 'people.manage', placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		await lockFactors(trx, personId);
		if (!(await secondFactorState({ db: trx }, personId)).enrolled) throw new AppError('not-found');
		await deleteTotp(trx, personId, 0);
		await deleteTotp(trx, personId, 1);
		await deletePasskeysOf(trx, personId);
		await noteFactors(trx, personId);
		await deleteSessionsOf(trx, personId);
		await recordEvent(trx, ctx, {
			action: 'second-factor.removed',
			placeCode: memberships[0]!.placeCode,
			subject: `person:${personId}`
		});
	});
}
