import { fail } from '@sveltejs/kit';
import { confirmTotp, readTotpDraft } from '#lib/accounts/server/totp-enrolment.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { keepSession, ownToken } from '#lib/workspace/server/keep-session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	draft: await orErrorPage(readTotpDraft(locals))
});

export const actions: Actions = {
	default: async (event) => {
		const code = String((await event.request.formData()).get('code') ?? '').slice(0, 40);
		const outcome = await orErrorPage(confirmTotp(event.locals, { token: ownToken(event), code }));
		if (!outcome.ok) return fail(422, { problems: outcome.problems, codes: null });
		keepSession(event, outcome.value.session);
		return { problems: [], codes: outcome.value.recoveryCodes };
	}
};
