import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/accounts/server/own-sessions.ts';
import { sessionCookie } from '#lib/accounts/session-cookie.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, localizeHref('/logga-in'));

export const actions: Actions = {
	default: async ({ locals, cookies, url }) => {
		if (locals.actor.kind === 'staff') await orErrorPage(signOut(locals));
		const { name, options } = sessionCookie(url.protocol === 'https:');
		cookies.delete(name, options);
		redirect(303, localizeHref('/logga-in?klart=utloggad'));
	}
};
