import type { Transaction } from 'kysely';
import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context, StaffActor } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import type { Outcome } from '../../server/problem.ts';
import type { InvitationView } from '../invitation.ts';
import { tokenHash } from '../token.ts';
import { deleteInvitation } from './invitation-store.ts';
import { rememberDevice } from './known-device.ts';
import {
	addMembership,
	addPerson,
	asActor,
	plainName,
	problemsOfName,
	problemsOfPassword
} from './new-person.ts';
import { hashPassword } from './password-hash.ts';
import { selectPerson, selectPersonByEmail } from './person-store.ts';
import { readInvitation } from './read-invitation.ts';
import { requireOwnAccount } from './require-permission.ts';
import { lockSessions } from './session-store.ts';
import { rotateSession, startSession } from './sessions.ts';
import type { SignInResult } from './sign-in.ts';

type Acting = Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'actor'>;
type Invitation = InvitationView & { id: string };

export interface Acceptance {
	/** Of the link. */
	token: string;
	/** Somebody new chooses these; ignored for a person who is signed in. */
	name: string;
	password: string;
	/** See deviceName. */
	device: string;
	/** What the session cookie holds, if anything. */
	sessionToken?: string | undefined;
	/** What the device cookie holds, if anything. */
	deviceProof?: string | undefined;
}

const refused = (code: 'sign-in-first' | 'other-person', detail: string): Outcome<never> => ({
	ok: false,
	problems: [{ at: '', code, detail }]
});

const signInFirst = refused('sign-in-first', 'this person signs in and opens the link again');

async function takeUp(
	trx: Transaction<Database>,
	ctx: Acting,
	{ invitation, by }: { invitation: Invitation; by: StaffActor }
): Promise<void> {
	if (!(await deleteInvitation(trx, invitation.id))) throw new AppError('not-found');
	const { placeCode, role } = invitation;
	const acting = { now: ctx.now, vault: ctx.vault, actor: by };
	await addMembership(trx, acting, { personId: by.personId, placeCode, role, through: 'invitation' });
	const subject = `invitation:${invitation.id}`;
	await recordEvent(trx, acting, { action: 'invitation.accepted', placeCode, subject, after: { role } });
}

async function acceptAsPerson(
	ctx: Acting,
	invitation: Invitation,
	input: Acceptance
): Promise<Outcome<SignInResult>> {
	const by = await requireOwnAccount(ctx);
	const token = input.sessionToken ?? '';
	if (tokenHash(token) !== by.sessionId) throw new AppError('not-found', 'not this session');
	const person = await selectPerson(ctx.db, by.personId);
	if (person?.email !== invitation.email)
		return refused('other-person', 'the invitation is for another e-mail address');
	return ctx.db.transaction().execute(async (trx) => {
		await lockSessions(trx, by.personId);
		await takeUp(trx, ctx, { invitation, by });
		const session = await rotateSession(trx, ctx, { token });
		const deviceProof = await rememberDevice(trx, ctx, { personId: by.personId, proof: input.deviceProof });
		return { ok: true, value: { ...session, deviceProof } };
	});
}

async function acceptAsNewcomer(
	ctx: Acting,
	invitation: Invitation,
	input: Acceptance
): Promise<Outcome<SignInResult>> {
	const near = [input.name, invitation.email, invitation.placeName];
	const problems = [...problemsOfName(input.name), ...problemsOfPassword(input.password, near)];
	if (problems.length > 0) return { ok: false, problems };
	const passwordHash = await hashPassword(input.password);
	const name = plainName(input.name);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<SignInResult>> => {
		await lock(trx, `address ${invitation.email}`, 'exclusive');
		if (await selectPersonByEmail(trx, invitation.email)) return signInFirst;
		const id = await addPerson(trx, ctx, { email: invitation.email, name, passwordHash });
		await takeUp(trx, ctx, { invitation, by: asActor({ id, name }) });
		const deviceProof = await rememberDevice(trx, ctx, { personId: id });
		const { device, sessionToken: replaces } = input;
		const how = { method: 'password', secondFactor: false } as const;
		const session = await startSession(trx, ctx, { personId: id, ...how, device, replaces });
		return { ok: true, value: { ...session, deviceProof } };
	});
}

/**
 * Accepts an invitation and uses it up. Somebody new becomes a person with a name and a password; a person who is
 * signed in under the invited address gets the role besides what they have, and a new token.
 * @returns a session, or problems at `name` and `password`, or for the whole: `sign-in-first` when the address is a
 * person's already, `other-person` when somebody else is signed in. Then the link still works.
 * @throws AppError `not-found` when the link is unknown, used, revoked or too old.
 */
export async function acceptInvitation(ctx: Acting, input: Acceptance): Promise<Outcome<SignInResult>> {
	const invitation = await readInvitation(ctx, input.token);
	if (ctx.actor.kind === 'staff') return acceptAsPerson(ctx, invitation, input);
	if (invitation.hasAccount) return signInFirst;
	return acceptAsNewcomer(ctx, invitation, input);
}
