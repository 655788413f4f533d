import {
	generateRegistrationOptions,
	verifyRegistrationResponse,
	type PublicKeyCredentialCreationOptionsJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { recordEvent } from '../../audit/server/record-event.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { passkeyName, type RelyingParty } from '../passkey.ts';
import type { PasskeyRow } from './factor-tables.ts';
import { issueChallenge, passkeyRefused, takeChallenge } from './passkey-challenge.ts';
import { insertPasskey, selectPasskeys } from './passkey-store.ts';
import { selectPerson } from './person-store.ts';
import { issueRecoveryCodes } from './recovery-codes.ts';
import { requireOwnAccount } from './require-permission.ts';
import { lockFactors, noteFactors, requireOwnSession } from './second-factor.ts';
import { passSecondFactor } from './sessions.ts';
import type { AddedFactor } from './totp-enrolment.ts';

/** EdDSA, ES256 and RS256, in COSE's numbers: what every device of today has. */
const algorithms = [-8, -7, -257];

/**
 * What the browser needs (`startRegistration`) to make a passkey for the signed-in person; good for one answer within
 * five minutes, in this session.
 * @throws AppError `not-found` when the session may not change factors, see requireOwnAccount.
 */
export async function startPasskey(
	ctx: Context,
	party: RelyingParty
): Promise<PublicKeyCredentialCreationOptionsJSON> {
	const { personId, name, sessionId } = await requireOwnAccount(ctx);
	const person = await selectPerson(ctx.db, personId);
	const held = await selectPasskeys(ctx.db).where('personId', '=', personId).execute();
	return generateRegistrationOptions({
		rpName: party.name,
		rpID: party.id,
		userID: new Uint8Array(Buffer.from(personId)),
		userName: person?.email ?? name,
		userDisplayName: name,
		challenge: await issueChallenge(ctx, { purpose: 'add', boundTo: sessionId }),
		attestationType: 'none',
		supportedAlgorithmIDs: algorithms,
		excludeCredentials: held.map(({ id }) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
}

async function verifiedPasskey(
	party: RelyingParty,
	response: RegistrationResponseJSON,
	expectedChallenge: string
) {
	const { registrationInfo } = await verifyRegistrationResponse({
		response,
		expectedChallenge,
		expectedOrigin: party.origin,
		expectedRPID: party.id,
		requireUserVerification: true,
		supportedAlgorithmIDs: algorithms
	});
	return registrationInfo;
}

export interface NewPasskey {
	party: RelyingParty;
	/** The session's own. */
	token: string;
	/** What `startRegistration` gave; checked here. */
	response: RegistrationResponseJSON;
	name: string;
}

async function passkeyOf(ctx: Context, input: NewPasskey, challenge: string): Promise<PasskeyRow | null> {
	const { personId } = requireOwnSession(ctx, input.token);
	const made = await verifiedPasskey(input.party, input.response, challenge).catch(() => {
		ctx.log.info({ requestId: ctx.requestId }, 'passkey refused');
	});
	if (!made) return null;
	return {
		id: made.credential.id,
		personId,
		name: passkeyName(input.name),
		publicKey: Buffer.from(made.credential.publicKey).toString('base64url'),
		counter: made.credential.counter,
		transports: JSON.stringify(made.credential.transports ?? []),
		backedUp: made.credentialBackedUp ? 1 : 0,
		addedAt: ctx.now().getTime(),
		lastUsedAt: null
	};
}

/**
 * Adds a passkey to one's own account, with the browser's answer. The user must have been verified by the device.
 * @returns the session and, for the first factor, recovery codes; or the problem `passkey-refused`.
 * @throws AppError `not-found` when the session may not change factors.
 */
export async function addPasskey(ctx: Context, input: NewPasskey): Promise<Outcome<AddedFactor>> {
	const { sessionId, personId } = requireOwnSession(ctx, input.token);
	await requireOwnAccount(ctx);
	const use = { purpose: 'add', boundTo: sessionId } as const;
	const challenge = await takeChallenge(ctx, use, input.response?.response?.clientDataJSON);
	const row = challenge === undefined ? null : await passkeyOf(ctx, input, challenge);
	if (!row) return passkeyRefused;
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<AddedFactor>> => {
		await lockFactors(trx, personId);
		await requireOwnAccount({ db: trx, actor: ctx.actor });
		if (!(await insertPasskey(trx, row))) return passkeyRefused;
		const { recoveryCodes: left } = await noteFactors(trx, personId);
		const session = await passSecondFactor(trx, ctx, input.token);
		await recordEvent(trx, ctx, {
			action: 'passkey.added',
			placeCode: null,
			subject: `person:${personId}`,
			after: { name: row.name }
		});
		const recoveryCodes = left === 0 ? await issueRecoveryCodes(trx, ctx, personId) : null;
		return { ok: true, value: { session, recoveryCodes } };
	});
}
