import { fail, redirect } from '@sveltejs/kit';
import { checkResetLink, resetPassword } from '#lib/accounts/server/reset-password.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	await orErrorPage(checkResetLink(locals, params.token));
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const password = String((await request.formData()).get('password') ?? '');
		const outcome = await orErrorPage(resetPassword(locals, { token: params.token, password }));
		if (!outcome.ok) return fail(422, { problems: outcome.problems });
		redirect(303, localizeHref('/logga-in?klart=losenord'));
	}
};
