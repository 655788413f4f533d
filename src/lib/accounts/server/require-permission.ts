import { readPlacePath } from '../../places/server/read-place-path.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context, StaffActor } from '../../server/context.ts';
import { countingMemberships, includes, mayDo, type Permission } from '../permission.ts';
import { selectPerson } from './person-store.ts';

type Asking = Pick<Context, 'db' | 'actor'>;

/** Tells whether who acts may do something in a place. The system may everything, a visitor nothing. */
export async function hasPermission(
	ctx: Asking,
	permission: Permission,
	placeCode: string
): Promise<boolean> {
	if (ctx.actor.kind === 'system') return true;
	if (ctx.actor.kind === 'visitor') return false;
	const held = countingMemberships(ctx.actor).filter(({ role }) => includes(role, permission));
	if (held.length === 0) return false;
	return mayDo(held, permission, await readPlacePath(ctx, placeCode));
}

/**
 * Makes sure that who acts may do something in a place; every command begins with it.
 * @throws AppError `not-found`: what is forbidden looks as if it were not there.
 */
export async function requirePermission(
	ctx: Asking,
	permission: Permission,
	placeCode: string
): Promise<void> {
	if (!(await hasPermission(ctx, permission, placeCode))) throw new AppError('not-found');
}

/**
 * The signed-in person, who may still owe a second factor.
 * @throws AppError `not-found` for anybody else.
 */
export function requireStaff(ctx: Pick<Context, 'actor'>): StaffActor {
	if (ctx.actor.kind !== 'staff') throw new AppError('not-found');
	return ctx.actor;
}

/**
 * The signed-in person, who may change their own account: the session has passed the second factor, or there is none.
 * A stolen password alone changes nothing.
 * @throws AppError `not-found` for anybody else.
 */
export async function requireOwnAccount(ctx: Asking): Promise<StaffActor> {
	const actor = requireStaff(ctx);
	const person = await selectPerson(ctx.db, actor.personId);
	if (!person || (person.secondFactor === 1 && !actor.secondFactor)) throw new AppError('not-found');
	return actor;
}

/**
 * The codes of the places where who acts was given a role with this permission; it holds in every place below
 * them too (readPlacesBelow). `null` means everywhere: the system acts.
 */
export function placesOfPermission(ctx: Pick<Context, 'actor'>, permission: Permission): string[] | null {
	if (ctx.actor.kind === 'system') return null;
	if (ctx.actor.kind === 'visitor') return [];
	const held = countingMemberships(ctx.actor).filter(({ role }) => includes(role, permission));
	return [...new Set(held.map(({ placeCode }) => placeCode))];
}
