import { recordEvent } from '../../audit/server/record-event.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import type { Role } from '../../server/role.ts';
import { insertMembership } from './person-store.ts';
import { takeRoleAway, type HeldRole } from './take-role-away.ts';

/**
 * Gives a person another role in the place instead of the one they hold. All their sessions end: they sign in again
 * with the new rights.
 * @returns the problem `last-administrator` when nobody else administers the place; then nothing has changed.
 * @throws AppError `not-found` when the person does not hold the role, or without `people.manage` in the place.
 */
export async function changeRole(
	ctx: Pick<Context, 'db' | 'now' | 'vault' | 'actor'>,
	{ personId, placeCode, role, newRole }: HeldRole & { newRole: Role }
): Promise<Outcome<null>> {
	return takeRoleAway(ctx, { personId, placeCode, role }, async (trx, through) => {
		const startedAt = ctx.now().getTime();
		await insertMembership(trx, { personId, placeCode, role: newRole, through, startedAt });
		await recordEvent(trx, ctx, {
			action: 'membership.changed',
			placeCode,
			subject: `person:${personId}`,
			before: { role },
			after: { role: newRole }
		});
	});
}
