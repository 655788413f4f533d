import { fail, redirect } from '@sveltejs/kit';
import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readPlace } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listPoints, readWalk } from '#lib/walks/server/read-walk.ts';
import { changeWalk, publishWalk, reportBack } from '#lib/walks/server/save-walk.ts';
import { readWalkForm } from '#lib/walks/walk-form.ts';
import { reportBackDue } from '#lib/walks/walk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const walk = await orErrorPage(readWalk(locals, params.id));
	const { name, slug } = await readPlace(locals, walk.placeCode);
	return {
		walk,
		place: { name, slug },
		points: await listPoints(locals, walk.id),
		reportDue: reportBackDue(walk, dayOf(locals.now())),
		mayPublish: await hasPermission(locals, 'dialogue.publish', walk.placeCode),
		done: url.searchParams.get('klart')
	};
};

const back = (id: string, done: string): never =>
	redirect(303, localizeHref(`/arbete/vandringar/${id}?klart=${done}`));

export const actions: Actions = {
	about: async ({ locals, params, request }) => {
		await orErrorPage(readWalk(locals, params.id));
		const form = await request.formData();
		const walk = readWalkForm(form);
		const changed = await orErrorPage(changeWalk(locals, { id: params.id, walk }));
		const values = { ...walk, participants: String(form.get('participants') ?? '') };
		if (!changed.ok) return fail(422, { values, problems: changed.problems });
		back(params.id, 'sparad');
	},
	reported: async ({ locals, params }) => {
		await orErrorPage(reportBack(locals, params.id));
		back(params.id, 'aterkopplad');
	},
	publish: async ({ locals, params }) => {
		await orErrorPage(publishWalk(locals, params.id));
		back(params.id, 'publicerad');
	}
};
