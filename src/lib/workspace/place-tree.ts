import type { Place, PlaceKind } from '#lib/places/place.ts';
import type { Membership, Role } from '#lib/server/role.ts';

/** A place in the list of one's own, with the places below it. */
export interface PlaceNode {
	code: string;
	name: string;
	kind: PlaceKind;
	/** The roles given in this very place; those from above are inherited. */
	roles: Role[];
	children: PlaceNode[];
}

/**
 * The places as a forest: each below the place above it, where that one is there too. In the order they come.
 * @param memberships whose roles are shown
 */
export function placeTree(places: readonly Place[], memberships: readonly Membership[]): PlaceNode[] {
	const nodes = new Map<string, PlaceNode>(
		places.map(({ code, name, kind }) => [
			code,
			{
				code,
				name,
				kind,
				roles: memberships.filter(({ placeCode }) => placeCode === code).map(({ role }) => role),
				children: []
			}
		])
	);
	const roots: PlaceNode[] = [];
	for (const { code, parentCode } of places) {
		const node = nodes.get(code)!;
		const above = parentCode === null ? undefined : nodes.get(parentCode);
		(above ? above.children : roots).push(node);
	}
	return roots;
}
