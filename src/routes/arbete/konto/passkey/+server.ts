import { json } from '@sveltejs/kit';
import { relyingParty } from '#lib/accounts/passkey.ts';
import { startPasskey } from '#lib/accounts/server/passkey-enrolment.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, url }) =>
	json(await orErrorPage(startPasskey(locals, relyingParty(url))));
