import { readPlacePath, readPlacesBelow } from '../../places/server/read-place-path.ts';
import type { Context } from '../../server/context.ts';
import type { Membership } from '../../server/role.ts';
import { requirePermission } from './require-permission.ts';

/** A role in the list of a place. */
export interface ListedMembership extends Membership {
	placeName: string;
	/** True when it is held in a place above and reaches down: managed there, not here. */
	inherited: boolean;
}

/** Somebody who has a role that reaches a place. */
export interface ListedPerson {
	personId: string;
	name: string;
	/** Null for somebody whose roles are all inherited from above, and for somebody without an address. */
	email: string | null;
	/** Null where the address is. */
	hasSecondFactor: boolean | null;
	memberships: ListedMembership[];
}

const selectHolders = (ctx: Pick<Context, 'db'>, placeCodes: string[]) =>
	ctx.db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('place', 'place.code', 'membership.placeCode')
		.select([
			'person.id as personId',
			'person.name',
			'person.email',
			'person.secondFactor',
			'membership.placeCode',
			'place.name as placeName',
			'membership.role',
			'membership.through'
		])
		.where('membership.placeCode', 'in', placeCodes)
		.orderBy('person.name')
		.orderBy('person.id')
		.orderBy('membership.placeCode')
		.orderBy('membership.role')
		.execute();

/**
 * Everybody with a role in a place, in a place below it, or inherited from above, by name. Roles elsewhere are not
 * told, and of people from above only the name and the role.
 * @throws AppError `not-found` without `people.read` in the place.
 */
export async function listPeople(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string
): Promise<ListedPerson[]> {
	await requirePermission(ctx, 'people.read', placeCode);
	const below = new Set(await readPlacesBelow(ctx, [placeCode]));
	const above = (await readPlacePath(ctx, placeCode)).slice(1);
	const people = new Map<string, ListedPerson>();
	for (const row of await selectHolders(ctx, [...below, ...above])) {
		const inherited = !below.has(row.placeCode);
		const person = people.get(row.personId) ?? {
			personId: row.personId,
			name: row.name,
			email: null,
			hasSecondFactor: null,
			memberships: []
		};
		if (!inherited) {
			person.email = row.email;
			person.hasSecondFactor = row.secondFactor === 1;
		}
		const { placeName, role, through } = row;
		person.memberships.push({ placeCode: row.placeCode, placeName, role, through, inherited });
		people.set(row.personId, person);
	}
	return [...people.values()];
}
