import { redirect } from '@sveltejs/kit';
import { deviceName } from '#lib/accounts/device-name.ts';
import { finishOrganisationSignIn } from '#lib/accounts/server/oidc-sign-in.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { goOn, heldSession, keepPreSession } from '#lib/workspace/server/keep-session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { locals, params, url, request } = event;
	const outcome = await orErrorPage(
		finishOrganisationSignIn(locals, {
			id: params.id,
			origin: url.origin,
			search: url.searchParams,
			cookie: keepPreSession(event),
			device: deviceName(request.headers.get('user-agent')),
			replaces: heldSession(event)
		})
	);
	if (!outcome.ok) redirect(303, localizeHref(`/logga-in?fel=${outcome.problems[0]?.code ?? ''}`));
	goOn({ locals, cookies: event.cookies, url: new URL(url.origin) }, outcome.value);
};
