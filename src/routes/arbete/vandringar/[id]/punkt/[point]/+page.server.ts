import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listPoints, readWalk } from '#lib/walks/server/read-walk.ts';
import { changePoint, removePoint } from '#lib/walks/server/save-point.ts';
import { readPointForm } from '#lib/walks/walk-form.ts';
import type { Actions, PageServerLoad } from './$types';

async function readPage(locals: App.Locals, { id, point: pointId }: { id: string; point: string }) {
	const walk = await readWalk(locals, id);
	const point = (await listPoints(locals, id)).find((one) => one.id === pointId);
	if (!point) throw new AppError('not-found');
	return { walk: { id: walk.id, route: walk.route }, point };
}

export const load: PageServerLoad = ({ locals, params }) => orErrorPage(readPage(locals, params));

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		await orErrorPage(readPage(locals, params));
		const { values, point } = await readPointForm(await request.formData());
		const changed = await orErrorPage(changePoint(locals, { walkId: params.id, id: params.point, point }));
		if (!changed.ok) return fail(422, { values, problems: changed.problems });
		redirect(303, localizeHref(`/arbete/vandringar/${params.id}?klart=punkt`));
	},
	remove: async ({ locals, params }) => {
		await orErrorPage(removePoint(locals, { walkId: params.id, id: params.point }));
		redirect(303, localizeHref(`/arbete/vandringar/${params.id}?klart=borttagen`));
	}
};
