import type { Transaction } from 'kysely';
import { readPlacePath } from '../../places/server/read-place-path.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import type { Outcome } from '../../server/problem.ts';
import type { Role } from '../../server/role.ts';
import { deleteMembership, selectAdministrators, selectMemberships } from './person-store.ts';
import { requirePermission } from './require-permission.ts';
import { deleteSessionsOf, lockSessions } from './session-store.ts';

type Trx = Transaction<Database>;

/** Which of a person's roles. */
export interface HeldRole {
	personId: string;
	placeCode: string;
	role: Role;
}

/** Whether the place would have no administrator, of its own or from above, without this one. */
async function isLastAdministrator(trx: Trx, held: HeldRole): Promise<boolean> {
	if (held.role !== 'administrator') return false;
	const path = await readPlacePath({ db: trx }, held.placeCode);
	const others = (await selectAdministrators(trx, path)).filter(
		({ personId, placeCode }) => personId !== held.personId || placeCode !== held.placeCode
	);
	return others.length === 0;
}

/**
 * Takes a role away and ends the person's sessions, so that no token outlives a change of rights; `finish` does what
 * else belongs to it and writes the log, in the same transaction.
 * @returns the problem `last-administrator` when nobody else administers the place; then nothing has changed.
 * @throws AppError `not-found` when the person does not hold the role, or without `people.manage` in the place.
 */
export async function takeRoleAway(
	ctx: Pick<Context, 'db' | 'actor'>,
	held: HeldRole,
	finish: (trx: Trx, through: string) => Promise<void>
): Promise<Outcome<null>> {
	await requirePermission(ctx, 'people.manage', held.placeCode);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<null>> => {
		await lock(trx, 'memberships', 'exclusive');
		const roles = await selectMemberships(trx, held.personId);
		const found = roles.find(({ placeCode, role }) => placeCode === held.placeCode && role === held.role);
		if (!found) throw new AppError('not-found');
		if (await isLastAdministrator(trx, held)) {
			const detail = 'nobody else administers the place';
			return { ok: false, problems: [{ at: '', code: 'last-administrator', detail }] };
		}
		await lockSessions(trx, held.personId);
		await deleteMembership(trx, held);
		await deleteSessionsOf(trx, held.personId);
		await finish(trx, found.through);
		return { ok: true, value: null };
	});
}
