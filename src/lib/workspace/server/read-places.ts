import { countingMemberships } from '#lib/accounts/permission.ts';
import type { Permission } from '#lib/accounts/permission.ts';
import {
	hasPermission,
	placesOfPermission,
	requirePermission,
	requireStaff
} from '#lib/accounts/server/require-permission.ts';
import type { Place } from '#lib/places/place.ts';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlacePath } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import type { Role } from '#lib/server/role.ts';
import { placeTree, type PlaceNode } from '../place-tree.ts';

/**
 * The signed-in person's places down to the municipalities, with the roles they were given.
 * @throws AppError `not-found` for anybody not signed in.
 */
export async function readPlaceTree(ctx: Pick<Context, 'db' | 'actor'>): Promise<PlaceNode[]> {
	const memberships = countingMemberships(requireStaff(ctx));
	const codes = placesOfPermission(ctx, 'place.read') ?? [];
	const kinds = ['police-region', 'local-police-area', 'municipality'] as const;
	return placeTree(await listPlacesBelow(ctx, { codes, kinds }), memberships);
}

/** The places where the signed-in person was given a role with a permission, by name. */
export async function listPlacesOf(
	ctx: Pick<Context, 'db' | 'actor'>,
	permission: Permission
): Promise<{ code: string; name: string }[]> {
	const places = await Promise.all(
		(placesOfPermission(ctx, permission) ?? []).map((code) => readPlace(ctx, code))
	);
	return places.map(({ code, name }) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/**
 * The places that the signed-in person may do something in, down to the municipalities, by name; municipalities first,
 * since most of the work is done in them.
 */
export async function listWorkPlaces(
	ctx: Pick<Context, 'db' | 'actor'>,
	permission: Permission
): Promise<{ code: string; name: string }[]> {
	const codes = placesOfPermission(ctx, permission) ?? [];
	const places = await listPlacesBelow(ctx, { codes, kinds: ['local-police-area', 'municipality'] });
	const order = (kind: Place['kind']) => Number(kind !== 'municipality');
	return places.sort((a, b) => order(a.kind) - order(b.kind)).map(({ code, name }) => ({ code, name }));
}

/** A place as its page in the workspace shows it. */
export interface WorkPlace {
	place: Place;
	/** The places above that the person has too, the highest first. */
	above: { code: string; name: string }[];
	/** The places right below. */
	below: { code: string; name: string }[];
	/** The person's roles that reach the place. */
	roles: Role[];
	may: { questionnaires: boolean; situation: boolean; people: boolean; settings: boolean; log: boolean };
}

/**
 * A place of the signed-in person.
 * @throws AppError `not-found` without the permission `place.read` there.
 */
export async function readWorkPlace(ctx: Pick<Context, 'db' | 'actor'>, code: string): Promise<WorkPlace> {
	await requirePermission(ctx, 'place.read', code);
	const place = await readPlace(ctx, code);
	const path = await readPlacePath(ctx, code);
	const above: WorkPlace['above'] = [];
	for (const higher of path.slice(1).reverse())
		if (await hasPermission(ctx, 'place.read', higher))
			above.push({ code: higher, name: (await readPlace(ctx, higher)).name });
	const kinds = ['police-region', 'local-police-area', 'municipality'] as const;
	const below = (await listPlacesBelow(ctx, { codes: [code], kinds }))
		.filter(({ parentCode }) => parentCode === code)
		.map(({ code: lower, name }) => ({ code: lower, name }));
	const roles = countingMemberships(requireStaff(ctx))
		.filter(({ placeCode }) => path.includes(placeCode))
		.map(({ role }) => role);
	return {
		place,
		above,
		below,
		roles: [...new Set(roles)],
		may: {
			questionnaires: await hasPermission(ctx, 'questionnaire.edit', code),
			situation: await hasPermission(ctx, 'results.read', code),
			people: await hasPermission(ctx, 'people.read', code),
			settings: await hasPermission(ctx, 'settings.read', code),
			log: await hasPermission(ctx, 'log.read', code)
		}
	};
}
