/** What a person may be in a place, from the least to the most; accounts/permission.ts says what each may do. */
export const roles = [
	'partner',
	'reader',
	'facilitator',
	'field-collector',
	'editor',
	'publisher',
	'administrator'
] as const;

export type Role = (typeof roles)[number];

/** Roles that count only in a session that has passed a second factor. */
export const strongRoles: readonly Role[] = ['publisher', 'administrator'];

/** A role somebody holds in a place and in everything below it. */
export interface Membership {
	placeCode: string;
	role: Role;
	/** How it came about: `setup`, `invitation`, `demonstration`, or `organisation:<id>` for a rule of an organisation. */
	through: string;
}
