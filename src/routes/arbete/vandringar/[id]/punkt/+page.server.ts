import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readWalk } from '#lib/walks/server/read-walk.ts';
import { addPoint } from '#lib/walks/server/save-point.ts';
import { readPointForm } from '#lib/walks/walk-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, route } = await orErrorPage(readWalk(locals, params.id));
	return { walk: { id, route } };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		await orErrorPage(readWalk(locals, params.id));
		const { values, point } = await readPointForm(await request.formData());
		const added = await orErrorPage(addPoint(locals, { walkId: params.id, point }));
		if (!added.ok) return fail(422, { values, problems: added.problems });
		redirect(303, localizeHref(`/arbete/vandringar/${params.id}?klart=punkt`));
	}
};
