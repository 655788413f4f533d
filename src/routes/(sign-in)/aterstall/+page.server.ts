import { fail } from '@sveltejs/kit';
import { normalEmail } from '#lib/accounts/email.ts';
import { requestReset } from '#lib/accounts/server/request-reset.ts';
import { canSendMail } from '#lib/server/mail.ts';
import { sourceTag } from '#lib/server/source-tag.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ mail: canSendMail() });

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const email = String((await request.formData()).get('email') ?? '');
		if (normalEmail(email) === null)
			return fail(422, { email, sent: false, problems: [{ at: 'email', code: 'invalid-email' }] });
		const source = sourceTag(locals.clientAddress(), locals.now());
		void requestReset(locals, { email, source, origin: url.origin }).sent;
		return { email, sent: true, problems: [] };
	}
};
