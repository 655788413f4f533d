import {
	generateAuthenticationOptions,
	verifyAuthenticationResponse,
	type AuthenticationResponseJSON,
	type PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/server';
import type { Transaction } from 'kysely';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { Outcome } from '../../server/problem.ts';
import type { RelyingParty } from '../passkey.ts';
import { tokenHash } from '../token.ts';
import { issueChallenge, passkeyRefused, takeChallenge, type ChallengeUse } from './passkey-challenge.ts';
import type { PasskeyRow } from './factor-tables.ts';
import { selectOrganisationPeople } from './oidc-store.ts';
import { selectPasskeys, updatePasskeyUse } from './passkey-store.ts';
import { requireStaff } from './require-permission.ts';
import { requireOwnSession } from './second-factor.ts';
import { passSecondFactor, startSession, type StartedSession } from './sessions.ts';

/** A passkey that has just shown that its person is there. */
interface Use {
	id: string;
	personId: string;
	counterBefore: number;
	counter: number;
	lastUsedAt: number;
	backedUp: number;
}

interface Answer {
	party: RelyingParty;
	/** What `startAuthentication` gave; checked here. */
	response: AuthenticationResponseJSON;
}

async function verifiedUse(
	{ party, response }: Answer,
	row: PasskeyRow,
	expectedChallenge: string
): Promise<Omit<Use, 'lastUsedAt'> | null> {
	const { verified, authenticationInfo } = await verifyAuthenticationResponse({
		response,
		expectedChallenge,
		expectedOrigin: party.origin,
		expectedRPID: party.id,
		requireUserVerification: true,
		credential: {
			id: row.id,
			publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64url')),
			counter: row.counter
		}
	});
	const { userHandle } = response.response;
	if (!verified || (userHandle && Buffer.from(userHandle, 'base64url').toString() !== row.personId))
		return null;
	return {
		id: row.id,
		personId: row.personId,
		counterBefore: row.counter,
		counter: authenticationInfo.newCounter,
		backedUp: authenticationInfo.credentialBackedUp ? 1 : 0
	};
}

/** The use that an answer proves; null when anything about it is wrong. The challenge is used up either way. */
async function checkAnswer(ctx: Context, answer: Answer, use: ChallengeUse): Promise<Use | null> {
	const { response } = answer;
	const expected = await takeChallenge(ctx, use, response?.response?.clientDataJSON);
	if (expected === undefined || typeof response.id !== 'string') return null;
	const row = await selectPasskeys(ctx.db).where('id', '=', response.id).executeTakeFirst();
	if (!row) return null;
	const proved = await verifiedUse(answer, row, expected).catch(() => {
		ctx.log.info({ requestId: ctx.requestId }, 'passkey refused');
	});
	return proved ? { ...proved, lastUsedAt: ctx.now().getTime() } : null;
}

/**
 * What the browser needs (`startAuthentication`) to sign in with any passkey it has for us; tells nobody who has one.
 * @param cookie value of the cookie before sign-in (see preSession): only this browser may answer
 */
export const startPasskeySignIn = async (
	ctx: Context,
	{ party, cookie }: { party: RelyingParty; cookie: string }
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
	generateAuthenticationOptions({
		rpID: party.id,
		userVerification: 'required',
		challenge: await issueChallenge(ctx, { purpose: 'sign-in', boundTo: tokenHash(cookie) })
	});

const useOrganisation: Outcome<never> = {
	ok: false,
	problems: [{ at: '', code: 'use-organisation', detail: 'the person signs in at their organisation' }]
};

const belongsToOrganisation = async (trx: Transaction<Database>, personId: string): Promise<boolean> =>
	(await selectOrganisationPeople(trx).where('personId', '=', personId).executeTakeFirst()) !== undefined;

export interface PasskeySignIn extends Answer {
	/** The value that startPasskeySignIn was given. */
	cookie: string;
	/** Browser and system in words. */
	device: string;
	/** The session token the browser came with, if any. */
	replaces?: string | undefined;
}

/**
 * Signs in with a passkey alone: having the device and being verified by it are two factors.
 * @returns the session; or the problem `passkey-refused` (unknown passkey, used or foreign challenge, wrong site, user
 * not verified, counter that does not grow) or `use-organisation` for somebody whose organisation has to vouch for them
 * every time, so that who has left it stays out.
 */
export async function signInWithPasskey(
	ctx: Context,
	input: PasskeySignIn
): Promise<Outcome<StartedSession>> {
	const use = await checkAnswer(ctx, input, { purpose: 'sign-in', boundTo: tokenHash(input.cookie) });
	if (!use) return passkeyRefused;
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<StartedSession>> => {
		if (!(await updatePasskeyUse(trx, use))) return passkeyRefused;
		if (await belongsToOrganisation(trx, use.personId)) return useOrganisation;
		const session = await startSession(trx, ctx, {
			personId: use.personId,
			method: 'passkey',
			secondFactor: true,
			device: input.device,
			replaces: input.replaces
		});
		return { ok: true, value: session };
	});
}

/**
 * What the browser needs to pass the second factor with one of the signed-in person's passkeys; null when the person
 * has none.
 * @throws AppError `not-found` for anybody not signed in.
 */
export async function startPasskeySecondFactor(
	ctx: Context,
	party: RelyingParty
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
	const { personId, sessionId } = requireStaff(ctx);
	const held = await selectPasskeys(ctx.db).where('personId', '=', personId).execute();
	if (held.length === 0) return null;
	return generateAuthenticationOptions({
		rpID: party.id,
		userVerification: 'required',
		allowCredentials: held.map(({ id, transports }) => ({
			id,
			transports: JSON.parse(transports) as string[]
		})),
		challenge: await issueChallenge(ctx, { purpose: 'second-factor', boundTo: sessionId })
	});
}

/**
 * Passes the second factor with one's own passkey.
 * @param input.token the session's own
 * @returns the session under its new token, or the problem `passkey-refused`.
 * @throws AppError `not-found` when the token does not open the session that acts.
 */
export async function passPasskey(
	ctx: Context,
	input: Answer & { token: string }
): Promise<Outcome<StartedSession>> {
	const { personId, sessionId } = requireOwnSession(ctx, input.token);
	const use = await checkAnswer(ctx, input, { purpose: 'second-factor', boundTo: sessionId });
	if (!use || use.personId !== personId) return passkeyRefused;
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<StartedSession>> => {
		if (!(await updatePasskeyUse(trx, use))) return passkeyRefused;
		return { ok: true, value: await passSecondFactor(trx, ctx, input.token) };
	});
}
