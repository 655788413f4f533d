import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { normalEmail } from '../email.ts';
import { tokenHash } from '../token.ts';
import { knowsDevice, rememberDevice } from './known-device.ts';
import { isPassword } from './password-hash.ts';
import { selectPerson, selectPersonByEmail } from './person-store.ts';
import { lockSessions } from './session-store.ts';
import { startSession, type StartedSession } from './sessions.ts';
import { limitsOf, signInThrottle } from './sign-in-limits.ts';

export interface SignInInput {
	email: string;
	password: string;
	/** Source tag of the network. */
	source: string;
	/** See deviceName. */
	device: string;
	/** What the device cookie holds. */
	deviceProof?: string | undefined;
	/** What the session cookie holds: that session ends. */
	replaces?: string | undefined;
}

/** A session and the new proof for the device cookie. */
export interface SignInResult extends StartedSession {
	deviceProof: string;
}

const wrong: Outcome<never> = {
	ok: false,
	problems: [{ at: '', code: 'wrong', detail: 'the e-mail address or the password is wrong' }]
};

/** Too many attempts: how long to wait, in whole seconds, stands in the detail. */
export const waitProblem = (milliseconds: number): Outcome<never> => ({
	ok: false,
	problems: [{ at: '', code: 'wait', detail: `try again in ${Math.ceil(milliseconds / 1000)} seconds` }]
});

type Acting = Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'log'>;

async function begin(
	ctx: Acting,
	input: SignInInput,
	checked: { id: string; passwordHash: string | null }
): Promise<Outcome<SignInResult>> {
	return ctx.db.transaction().execute(async (trx) => {
		await lockSessions(trx, checked.id);
		const person = await selectPerson(trx, checked.id);
		// The password may have been changed while it was being checked.
		if (person?.passwordHash !== checked.passwordHash) return wrong;
		const deviceProof = await rememberDevice(trx, ctx, { personId: checked.id, proof: input.deviceProof });
		const started = await startSession(trx, ctx, {
			personId: checked.id,
			method: 'password',
			secondFactor: false,
			device: input.device,
			replaces: input.replaces
		});
		return { ok: true, value: { ...started, deviceProof } };
	});
}

/**
 * Signs a person in with their password. An unknown address, a person without a password and a wrong password give
 * the same answer after the same work (`wrong`); too many attempts give `wait`, known or not.
 * @returns a session under a new token; `needs` says whether a second factor is still to come.
 */
export async function signIn(ctx: Acting, input: SignInInput): Promise<Outcome<SignInResult>> {
	const account = normalEmail(input.email) ?? input.email.trim().toLowerCase().slice(0, 200);
	const person = await selectPersonByEmail(ctx.db, account);
	const known = await knowsDevice(ctx, person?.id ?? '', input.deviceProof);
	const now = ctx.now().getTime();
	const knownDevice = known && input.deviceProof ? tokenHash(input.deviceProof) : undefined;
	const limits = limitsOf({ account, source: input.source, knownDevice }, now);
	const wait = signInThrottle.attempt(limits, now);
	if (wait > 0) return waitProblem(wait);
	const fits = await isPassword(input.password, person?.passwordHash ?? null);
	if (!fits || !person) {
		ctx.log.warn({ personId: person?.id ?? null }, 'sign-in refused');
		return wrong;
	}
	signInThrottle.succeeded(limits);
	return begin(ctx, input, { id: person.id, passwordHash: person.passwordHash });
}
