import type { Transaction } from 'kysely';
import { recordEvent } from '../../audit/server/record-event.ts';
import type { Context, StaffActor } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { Problem } from '../../server/problem.ts';
import { randomId } from '../../server/random.ts';
import type { Membership } from '../../server/role.ts';
import { normalEmail } from '../email.ts';
import { passwordProblem } from '../password.ts';
import { insertMembership, insertPerson } from './person-store.ts';

type Trx = Transaction<Database>;
type Acting = Pick<Context, 'now' | 'vault'>;

const details = {
	missing: 'this has to be filled in',
	'too-long': 'this is too long',
	'too-short': 'a password has at least twelve characters',
	common: 'many people choose this password, or it is easy to guess',
	'invalid-email': 'this is not an e-mail address'
};

/** A problem with one field of a person. */
export const personProblem = (at: string, code: keyof typeof details): Problem => ({
	at,
	code,
	detail: details[code]
});

/** What is wrong with a name, at `name`. */
export function problemsOfName(name: string): Problem[] {
	if (name.trim() === '') return [personProblem('name', 'missing')];
	return name.trim().length > 100 ? [personProblem('name', 'too-long')] : [];
}

/** What is wrong with a new password, at `password`; `context` as in passwordProblem. */
export function problemsOfPassword(password: string, context: readonly string[]): Problem[] {
	const code = passwordProblem(password, context);
	return code ? [personProblem('password', code)] : [];
}

/** What is wrong with an e-mail address, at `email`. */
export function problemsOfEmail(email: string): Problem[] {
	if (email.trim() === '') return [personProblem('email', 'missing')];
	return normalEmail(email) === null ? [personProblem('email', 'invalid-email')] : [];
}

/** A name as it is stored: one line, trimmed. */
export const plainName = (name: string): string => name.replace(/\s+/g, ' ').trim();

interface NewPerson {
	/** As normalEmail writes it, or null. */
	email: string | null;
	name: string;
	passwordHash: string | null;
}

/** Adds a person without any role; the caller records why. @returns the new id. */
export async function addPerson(
	trx: Trx,
	{ random }: Pick<Context, 'random'>,
	{ email, name, passwordHash }: NewPerson
): Promise<string> {
	const id = randomId(random);
	await insertPerson(trx, { id, email, name: plainName(name), passwordHash, secondFactor: 0 });
	return id;
}

/** Gives a person a role and records it. Does nothing new when they have it already. */
export async function addMembership(
	trx: Trx,
	ctx: Acting & Pick<Context, 'actor'>,
	{ personId, placeCode, role, through }: Membership & { personId: string }
): Promise<void> {
	await insertMembership(trx, { personId, placeCode, role, through, startedAt: ctx.now().getTime() });
	await recordEvent(trx, ctx, {
		action: 'membership.added',
		placeCode,
		subject: `person:${personId}`,
		after: { role, through }
	});
}

/** The person as who acts, for what they do before they have a session. */
export const asActor = (person: { id: string; name: string }): StaffActor => ({
	kind: 'staff',
	personId: person.id,
	name: person.name,
	sessionId: '',
	secondFactor: false,
	memberships: []
});
