import type { Kysely } from 'kysely';
import * as client from 'openid-client';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { Outcome } from '../../server/problem.ts';
import { organisationReturnPath } from '../oidc-organisation.ts';
import { tokenHash } from '../token.ts';
import type { OrganisationRow } from './factor-tables.ts';
import { configurationOf } from './oidc-client.ts';
import { organisationPurpose } from './oidc-organisations.ts';
import { admitPerson, type Vouched } from './oidc-people.ts';
import {
	deleteAttempt,
	deleteAttemptsBefore,
	insertAttempt,
	organisationOf,
	selectOrganisations
} from './oidc-store.ts';
import { startSession, type StartedSession } from './sessions.ts';

/** How long (ms) somebody may be away at the organisation. */
const attemptLife = 10 * 60_000;

/**
 * The nonce and the PKCE verifier of an attempt follow from its state and the vault's key, so that the database holds
 * nothing of an attempt but the hash of its state.
 */
const nonceOf = ({ vault }: Pick<Context, 'vault'>, state: string) =>
	vault.keyedHash('organisation nonce', state);
const verifierOf = ({ vault }: Pick<Context, 'vault'>, state: string) =>
	vault.keyedHash('organisation verifier', state);

async function readOrganisationRow({ db }: { db: Kysely<Database> }, id: string): Promise<OrganisationRow> {
	const row = await selectOrganisations(db).where('id', '=', id).executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such organisation');
	return row;
}

const configuration = (
	{ vault }: Pick<Context, 'vault'>,
	{ id, issuer, clientId, sealedSecret }: OrganisationRow
) => configurationOf({ issuer, clientId, clientSecret: vault.open(organisationPurpose(id), sealedSecret) });

const refusal = (
	code: 'organisation-unreachable' | 'organisation-refused' | 'no-role',
	detail: string
): Outcome<never> => ({ ok: false, problems: [{ at: '', code, detail }] });

/** The reason for the log: a class of error and a code, never what the provider sent. */
function note({ log, requestId }: Context, organisationId: string, error: unknown): void {
	const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
	const reason = error instanceof Error ? error.name : 'unknown';
	log.warn({ organisationId, reason, code, requestId }, 'organisation sign-in failed');
}

/**
 * Where to send a browser that wants to sign in at its organisation: good for one way back within ten minutes, in this
 * browser. Reached by a plain link (GET): a form's redirect to another site is refused by our own policy.
 * @param input.origin of our own site
 * @param input.cookie value of the cookie before sign-in, see preSession
 * @returns the address, or the problem `organisation-unreachable`.
 * @throws AppError `not-found` for an unknown organisation.
 */
export async function startOrganisationSignIn(
	ctx: Context,
	{ id, origin, cookie }: { id: string; origin: string; cookie: string }
): Promise<Outcome<URL>> {
	const organisation = await readOrganisationRow(ctx, id);
	const found = await configuration(ctx, organisation).catch((error: unknown) => note(ctx, id, error));
	if (!found) return refusal('organisation-unreachable', 'the organisation does not answer');
	const state = ctx.random.bytes(32).toString('base64url');
	const now = ctx.now().getTime();
	const attempt = { stateHash: tokenHash(state), organisationId: id, boundTo: tokenHash(cookie) };
	await deleteAttemptsBefore(ctx.db, now);
	await insertAttempt(ctx.db, { ...attempt, expiresAt: now + attemptLife });
	const address = client.buildAuthorizationUrl(found, {
		redirect_uri: new URL(organisationReturnPath(id), origin).href,
		response_type: 'code',
		scope: 'openid profile',
		state,
		nonce: nonceOf(ctx, state),
		code_challenge: await client.calculatePKCECodeChallenge(verifierOf(ctx, state)),
		code_challenge_method: 'S256'
	});
	return { ok: true, value: address };
}

export interface OrganisationReturn {
	id: string;
	/** Of our own site. */
	origin: string;
	/** The query that the browser came back with. */
	search: URLSearchParams;
	/** The value that startOrganisationSignIn was given. */
	cookie: string;
	/** Browser and system in words. */
	device: string;
	/** The session token the browser came with, if any. */
	replaces?: string | undefined;
}

/** Exchanges the code and verifies the ID token: signature, issuer, audience, nonce, times. */
async function vouch(
	ctx: Context,
	row: OrganisationRow,
	{ search, origin, id }: OrganisationReturn
): Promise<Vouched> {
	const state = search.get('state') ?? '';
	const returned = new URL(organisationReturnPath(id), origin);
	returned.search = search.toString();
	const tokens = await client.authorizationCodeGrant(await configuration(ctx, row), returned, {
		expectedState: state,
		expectedNonce: nonceOf(ctx, state),
		pkceCodeVerifier: verifierOf(ctx, state),
		idTokenExpected: true
	});
	const claims = tokens.claims();
	if (!claims) throw new Error('no ID token');
	return { issuer: claims.iss, subject: claims.sub, claims };
}

/**
 * Signs somebody in whom their organisation vouches for, with the roles its rules give (see admitPerson).
 * @returns the session; or the problem `organisation-refused` (replayed, foreign or old state, another browser, wrong
 * issuer, audience, nonce or signature, or the organisation said no) or `no-role`.
 * @throws AppError `not-found` for an unknown organisation.
 */
export async function finishOrganisationSignIn(
	ctx: Context,
	input: OrganisationReturn
): Promise<Outcome<StartedSession>> {
	const { id, search, cookie, device, replaces } = input;
	const row = await readOrganisationRow(ctx, id);
	const attempt = {
		stateHash: tokenHash(search.get('state') ?? ''),
		organisationId: id,
		boundTo: tokenHash(cookie)
	};
	if (!(await deleteAttempt(ctx.db, attempt, ctx.now().getTime())))
		return refusal('organisation-refused', 'not a sign-in that began here');
	const vouched = await vouch(ctx, row, input).catch((error: unknown) => note(ctx, id, error));
	if (!vouched) return refusal('organisation-refused', 'the organisation did not vouch for the person');
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<StartedSession>> => {
		const organisation = organisationOf(await readOrganisationRow({ db: trx }, id));
		const admitted = await admitPerson(trx, ctx, { organisation, vouched });
		if (!admitted) return refusal('no-role', 'the organisation gives the person no role here');
		const { personId, secondFactor } = admitted;
		const session = await startSession(trx, ctx, {
			personId,
			method: 'organisation',
			secondFactor,
			device,
			replaces
		});
		return { ok: true, value: session };
	});
}
