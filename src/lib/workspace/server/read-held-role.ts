import { listPeople } from '#lib/accounts/server/list-people.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Role } from '#lib/server/role.ts';
import type { RoleAddress } from '../held-role.ts';

/** Somebody's role in a place, to be changed. */
export interface HeldByPerson {
	personId: string;
	name: string;
	list: string;
	placeCode: string;
	placeName: string;
	role: Role;
	/** True when an organisation's rule gave it: the rule gives it again at the next sign-in. */
	byRule: boolean;
}

/**
 * The role that an address is about, for whoever may read the people of the place.
 * @throws AppError `not-found` when nobody holds it there, or it is held from above, or it is forbidden.
 */
export async function readHeldRole(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ personId, address }: { personId: string; address: RoleAddress | undefined }
): Promise<HeldByPerson> {
	if (!address) throw new AppError('not-found');
	const { list, placeCode, role } = address;
	const person = (await listPeople(ctx, list)).find((one) => one.personId === personId);
	const held = person?.memberships.find(
		(one) => one.placeCode === placeCode && one.role === role && !one.inherited
	);
	if (!person || !held) throw new AppError('not-found');
	const byRule = held.through.startsWith('organisation:');
	return { personId, name: person.name, list, placeCode, placeName: held.placeName, role, byRule };
}
