import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { changeImport } from '#lib/statistics/server/change-import.ts';
import { confirmImport } from '#lib/statistics/server/confirm-import.ts';
import { discardImport } from '#lib/statistics/server/discard-import.ts';
import { readImport } from '#lib/statistics/server/read-import.ts';
import { readImportSettings } from '#lib/statistics/server/read-import-settings.ts';
import { settingsOf } from '../../settings-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const preview = await orErrorPage(readImport(locals, params.id));
	return { id: params.id, preview, saved: url.searchParams.has('uppdaterad') };
};

/** Saves what the form says. */
async function change(locals: Context, id: string, request: Request) {
	const before = await orErrorPage(readImportSettings(locals, id));
	const settings = settingsOf(await request.formData(), before);
	const changed = await orErrorPage(changeImport(locals, { id, settings }));
	return changed.ok ? undefined : fail(422, { problems: changed.problems, settings });
}

export const actions: Actions = {
	change: async ({ locals, params, request }) => {
		const failed = await change(locals, params.id, request);
		if (failed) return failed;
		redirect(303, localizeHref(`/arbete/statistik/importera/${params.id}?uppdaterad`));
	},
	confirm: async ({ locals, params, request }) => {
		const failed = await change(locals, params.id, request);
		if (failed) return failed;
		const imported = await orErrorPage(confirmImport(locals, params.id));
		if (!imported.ok) return fail(422, { problems: imported.problems, settings: undefined });
		const { placeCode, added, revised } = imported.value;
		const query = new URLSearchParams({ plats: placeCode, klart: 'importerat' });
		query.set('nya', String(added));
		query.set('andrade', String(revised));
		redirect(303, localizeHref(`/arbete/statistik?${query}`));
	},
	discard: async ({ locals, params }) => {
		const placeCode = await orErrorPage(discardImport(locals, params.id));
		redirect(303, localizeHref(`/arbete/statistik?plats=${placeCode}&klart=filen-borttagen`));
	}
};
