import { recordEvent } from '../../audit/server/record-event.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { takeRoleAway, type HeldRole } from './take-role-away.ts';

/**
 * Takes a role away from a person. All their sessions end at once; with other roles left they can sign in again.
 * @returns the problem `last-administrator` when nobody else administers the place; then nothing has changed.
 * @throws AppError `not-found` when the person does not hold the role, or without `people.manage` in the place.
 */
export const removeMembership = (
	ctx: Pick<Context, 'db' | 'now' | 'vault' | 'actor'>,
	held: HeldRole
): Promise<Outcome<null>> =>
	takeRoleAway(ctx, held, (trx) =>
		recordEvent(trx, ctx, {
			action: 'membership.removed',
			placeCode: held.placeCode,
			subject: `person:${held.personId}`,
			before: { role: held.role }
		})
	);
