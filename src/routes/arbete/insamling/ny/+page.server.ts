import { fail, redirect } from '@sveltejs/kit';
import { placesOfPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { suggestedThemes } from '#lib/collection/field-collection.ts';
import { createCollection } from '#lib/collection/server/create-collection.ts';
import { readCollectedDialogue } from '#lib/collection/server/read-collecting.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where somebody may collect, or the dialogue or the place that the address names. */
async function readWhere(locals: App.Locals, query: URLSearchParams) {
	const codes = placesOfPermission(locals, 'answers.collect') ?? [];
	if (codes.length === 0) throw new AppError('not-found');
	const placeCode = query.get('plats');
	if (placeCode !== null) await requirePermission(locals, 'answers.collect', placeCode);
	const code = query.get('dialog');
	const dialogue = code ? await readCollectedDialogue(locals, code) : undefined;
	const kinds = ['local-police-area', 'municipality'] as const;
	const places = dialogue
		? []
		: await listPlacesBelow(locals, { codes: placeCode ? [placeCode] : codes, kinds });
	return { dialogue, places };
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const { dialogue, places } = await orErrorPage(readWhere(locals, url.searchParams));
	return {
		dialogue: dialogue && { code: dialogue.code, title: inLanguage(dialogue.title, locals.language) },
		places: places.map(({ code, name }) => ({ value: code, text: name })),
		today: dayOf(locals.now()),
		themes: suggestedThemes.join('\n')
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { dialogue, places } = await orErrorPage(readWhere(locals, url.searchParams));
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000);
		const values = { name: text('name'), day: text('day'), spots: text('spots'), themes: text('themes') };
		const placeCode = dialogue?.placeCode ?? (text('placeCode') || (places[0]?.code ?? ''));
		const meetingId = url.searchParams.get('mote');
		const outcome = await orErrorPage(
			createCollection(locals, { ...values, placeCode, dialogueId: dialogue?.id ?? null, meetingId })
		);
		if (!outcome.ok) return fail(422, { values: { ...values, placeCode }, problems: outcome.problems });
		redirect(303, localizeHref(`/arbete/insamling/${outcome.value.id}`));
	}
};
