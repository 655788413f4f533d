import { fail, redirect } from '@sveltejs/kit';
import { organisationReturnPath } from '#lib/accounts/oidc-organisation.ts';
import { listOrganisations } from '#lib/accounts/server/oidc-organisations.ts';
import { removeOrganisation, saveOrganisation } from '#lib/accounts/server/oidc-settings.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { organisationFromForm } from '#lib/workspace/organisation-form.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['police-region', 'local-police-area', 'municipality'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const organisations = await orErrorPage(listOrganisations(locals, { placeCode: params.code }));
	const { code, name } = await readPlace(locals, params.code);
	const below = await listPlacesBelow(locals, { codes: [code], kinds });
	const chosen = organisations.find(({ id }) => id === url.searchParams.get('org'));
	return {
		place: { code, name },
		places: below.map((place) => ({ value: place.code, text: place.name })),
		organisations: organisations.map((one) => ({ id: one.id, name: one.name })),
		organisation: chosen,
		returnAddress: chosen && `${url.origin}${organisationReturnPath(chosen.id)}`,
		done: url.searchParams.has('klart')
	};
};

const here = (code: string, query: string) =>
	localizeHref(`/arbete/installningar/${code}/inloggning${query}`);

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const written = organisationFromForm(await request.formData(), params.code);
		const outcome = await orErrorPage(saveOrganisation(locals, written));
		if (outcome.ok) redirect(303, here(params.code, `?org=${outcome.value.id}&klart`));
		return fail(422, { written: { ...written, clientSecret: '' }, problems: outcome.problems });
	},
	remove: async ({ locals, params, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		await orErrorPage(removeOrganisation(locals, { id }));
		redirect(303, here(params.code, '?klart'));
	}
};
