import { redirect } from '@sveltejs/kit';
import { startOrganisationSignIn } from '#lib/accounts/server/oidc-sign-in.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { keepPreSession } from '#lib/workspace/server/keep-session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const begun = { id: params.id, origin: url.origin, cookie: keepPreSession(event) };
	const outcome = await orErrorPage(startOrganisationSignIn(locals, begun));
	redirect(
		303,
		outcome.ok ? outcome.value.href : localizeHref(`/logga-in?fel=${outcome.problems[0]?.code ?? ''}`)
	);
};
