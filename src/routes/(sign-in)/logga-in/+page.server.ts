import { fail, redirect } from '@sveltejs/kit';
import { deviceName } from '#lib/accounts/device-name.ts';
import { signInWithPasskey } from '#lib/accounts/server/passkey-sign-in.ts';
import { listSignInOrganisations } from '#lib/accounts/server/oidc-organisations.ts';
import { signIn } from '#lib/accounts/server/sign-in.ts';
import { relyingParty } from '#lib/accounts/passkey.ts';
import { returnPath } from '#lib/accounts/staff-route.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { sourceTag } from '#lib/server/source-tag.ts';
import { readPasskeyAnswer } from '#lib/workspace/server/read-passkey-answer.ts';
import {
	goOn,
	heldDeviceProof,
	heldSession,
	keepDeviceProof,
	keepPreSession
} from '#lib/workspace/server/keep-session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.session?.needs === null) redirect(303, localizeHref(returnPath(url.searchParams.get('vidare'))));
	return { organisations: await listSignInOrganisations(locals), trouble: url.searchParams.get('fel') };
};

export const actions: Actions = {
	password: async (event) => {
		const { locals, request } = event;
		const form = await request.formData();
		const email = String(form.get('email') ?? '');
		const outcome = await signIn(locals, {
			email,
			password: String(form.get('password') ?? ''),
			source: sourceTag(locals.clientAddress(), locals.now()),
			device: deviceName(request.headers.get('user-agent')),
			deviceProof: heldDeviceProof(event),
			replaces: heldSession(event)
		});
		if (!outcome.ok) return fail(422, { email, problems: outcome.problems });
		keepDeviceProof(event, outcome.value.deviceProof);
		goOn(event, outcome.value);
	},
	passkey: async (event) => {
		const outcome = await signInWithPasskey(event.locals, {
			party: relyingParty(event.url),
			cookie: keepPreSession(event),
			response: readPasskeyAnswer(await event.request.formData()),
			device: deviceName(event.request.headers.get('user-agent')),
			replaces: heldSession(event)
		});
		if (!outcome.ok) return fail(422, { email: '', problems: outcome.problems });
		goOn(event, outcome.value);
	}
};
