import { deviceName } from '#lib/accounts/device-name.ts';
import { useSignInLink } from '#lib/accounts/server/sign-in-links.ts';
import { AppError } from '#lib/server/app-error.ts';
import { goOn, heldSession } from '#lib/workspace/server/keep-session.ts';
import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const { locals, params, request } = event;
		const link = {
			token: params.token,
			device: deviceName(request.headers.get('user-agent')),
			replaces: heldSession(event)
		};
		const session = await useSignInLink(locals, link).catch((problem: unknown) => {
			if (!(problem instanceof AppError)) throw problem;
		});
		if (!session) redirect(303, localizeHref('/logga-in?fel=wrong-link'));
		goOn(event, session);
	}
};
