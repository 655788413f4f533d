import { json } from '@sveltejs/kit';
import { relyingParty } from '#lib/accounts/passkey.ts';
import { startPasskeySignIn } from '#lib/accounts/server/passkey-sign-in.ts';
import { keepPreSession } from '#lib/workspace/server/keep-session.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) =>
	json(
		await startPasskeySignIn(event.locals, { party: relyingParty(event.url), cookie: keepPreSession(event) })
	);
