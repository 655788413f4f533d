import { strongRoles, type Membership } from '../server/role.ts';

/** How somebody signed in. */
export type SessionMethod = 'password' | 'passkey' | 'organisation' | 'sign-in-link';

/** What a session owes before its roles count: a second factor, to make one, or nothing. */
export type Needs = 'second-factor' | 'enrol' | null;

/**
 * What a session owes. Somebody who has a second factor uses it; publishers and administrators must have one.
 */
export function needsOf(
	session: { secondFactor: boolean },
	person: { hasSecondFactor: boolean; memberships: readonly Membership[] }
): Needs {
	if (session.secondFactor) return null;
	if (person.hasSecondFactor) return 'second-factor';
	return person.memberships.some(({ role }) => strongRoles.includes(role)) ? 'enrol' : null;
}

/** A session ends when it has not been used for this long … */
export const idleHours = 2;
/** … and after this long whatever happens. */
export const sessionHours = 12;
/** How long a browser is remembered as one the person has signed in with. */
export const deviceProofDays = 180;

/** A session in the list of one's own. */
export interface OwnSession {
	/** SHA-256 of its token. */
	id: string;
	method: SessionMethod;
	device: string;
	startedAt: Date;
	seenAt: Date;
	/** The one the list is read with. */
	current: boolean;
}
