import { fail, redirect } from '@sveltejs/kit';
import { placesOfPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { createWalk } from '#lib/walks/server/save-walk.ts';
import { readWalkForm } from '#lib/walks/walk-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The municipalities in which somebody may lead a walk, or the one that the address names. */
async function readWhere(locals: App.Locals, query: URLSearchParams) {
	const held = placesOfPermission(locals, 'meeting.lead') ?? [];
	if (held.length === 0) throw new AppError('not-found');
	const placeCode = query.get('plats');
	if (placeCode !== null) await requirePermission(locals, 'meeting.lead', placeCode);
	const codes = placeCode === null ? held : [placeCode];
	const places = await listPlacesBelow(locals, { codes, kinds: ['municipality'] });
	return places.filter(({ kind }) => kind === 'municipality');
}

export const load: PageServerLoad = async ({ locals, url }) => ({
	places: (await orErrorPage(readWhere(locals, url.searchParams))).map(({ code, name }) => ({
		value: code,
		text: name
	})),
	today: dayOf(locals.now())
});

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const places = await orErrorPage(readWhere(locals, url.searchParams));
		const form = await request.formData();
		const walk = readWalkForm(form);
		const placeCode = String(form.get('placeCode') ?? '') || (places[0]?.code ?? '');
		const dialogueCode = url.searchParams.get('dialog');
		const made = await orErrorPage(createWalk(locals, { placeCode, dialogueCode, walk }));
		const values = { ...walk, participants: String(form.get('participants') ?? ''), placeCode };
		if (!made.ok) return fail(422, { values, problems: made.problems });
		redirect(303, localizeHref(`/arbete/vandringar/${made.value.id}`));
	}
};
