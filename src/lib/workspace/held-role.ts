import { everyRole } from '#lib/accounts/account-words.ts';
import type { Role } from '#lib/server/role.ts';

/** Tells whether a text from outside is one of the roles. */
export const isRole = (text: unknown): text is Role => (everyRole as readonly unknown[]).includes(text);

/** Which of a person's roles an address is about. */
export interface RoleAddress {
	/** The place whose list the person was found in. */
	list: string;
	placeCode: string;
	role: Role;
}

/** The query of such an address. */
export const roleQuery = ({ list, placeCode, role }: RoleAddress): string =>
	`?${new URLSearchParams({ plats: list, i: placeCode, roll: role }).toString()}`;

/** Which role an address is about; undefined when it does not say. */
export function roleAddress(query: URLSearchParams): RoleAddress | undefined {
	const role = query.get('roll');
	const list = query.get('plats');
	const placeCode = query.get('i');
	return isRole(role) && list && placeCode ? { list, placeCode, role } : undefined;
}
