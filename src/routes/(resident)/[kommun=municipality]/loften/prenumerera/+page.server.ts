import { fail } from '@sveltejs/kit';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { askToSubscribe } from '#lib/pledges/server/subscribe.ts';
import { AppError } from '#lib/server/app-error.ts';
import { canSendMail } from '#lib/server/mail.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { isFlood } from '#lib/server/sign-in-limit.ts';
import { sourceTag } from '#lib/server/source-tag.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	if (!canSendMail()) await orErrorPage(Promise.reject<never>(new AppError('not-found')));
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
		if (isFlood(sourceTag(locals.clientAddress(), locals.now()), locals.now()))
			await orErrorPage(Promise.reject<never>(new AppError('too-many')));
		const email = String((await request.formData()).get('email') ?? '');
		const asked = await orErrorPage(askToSubscribe(locals, { placeCode: code, email, origin: url.origin }));
		if (!asked.ok) return fail(422, { email, sent: false, code: asked.problems[0]!.code });
		return { email: '', sent: true, code: null };
	}
};
