import { json } from '@sveltejs/kit';
import { relyingParty } from '#lib/accounts/passkey.ts';
import { startPasskeySecondFactor } from '#lib/accounts/server/passkey-sign-in.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, url }) =>
	json(await orErrorPage(startPasskeySecondFactor(locals, relyingParty(url))));
