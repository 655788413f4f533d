import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { mostLogoBytes } from '#lib/places/settings-logo.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Problem } from '#lib/server/problem.ts';
import { readSettings } from '#lib/workspace/server/read-settings.ts';
import { deleteLogo, saveLogo, saveProfile, saveSettings } from '#lib/workspace/server/save-settings.ts';
import { settingsFromForm } from '#lib/workspace/settings-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	...(await orErrorPage(readSettings(locals, params.code))),
	done: url.searchParams.has('klart')
});

const saved = (placeCode: string): never =>
	redirect(303, localizeHref(`/arbete/installningar/${placeCode}?klart`));

/** What somebody wrote goes back to them with the problems; lists of origins never get their own lines. */
function refused(form: FormData, problems: Problem[]) {
	const values = Object.fromEntries(
		[...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
	const at = (path: string) => path.replace(/^(embedOrigins|languages)\..*/, '$1');
	return fail(422, { values, problems: problems.map(({ at: path, code }) => ({ at: at(path), code })) });
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const actions: Actions = {
	profile: async ({ locals, params, request }) => {
		const form = await request.formData();
		const outcome = await orErrorPage(
			saveProfile(locals, {
				placeCode: params.code,
				sender: text(form, 'sender'),
				contactEmail: text(form, 'contactEmail') || null,
				contactPhone: text(form, 'contactPhone') || null
			})
		);
		return outcome.ok ? saved(params.code) : refused(form, outcome.problems);
	},
	settings: async ({ locals, params, request }) => {
		const form = await request.formData();
		const outcome = await orErrorPage(saveSettings(locals, settingsFromForm(form, params.code)));
		return outcome.ok ? saved(params.code) : refused(form, outcome.problems);
	},
	logo: async ({ locals, params, request }: RequestEvent<{ code: string }>) => {
		const form = await request.formData();
		const file = form.get('logo');
		const content =
			file instanceof File
				? new Uint8Array(await file.slice(0, mostLogoBytes + 1).arrayBuffer())
				: new Uint8Array();
		const outcome = await orErrorPage(
			saveLogo(locals, { placeCode: params.code, alternativeText: text(form, 'alternativeText'), content })
		);
		return outcome.ok ? saved(params.code) : refused(form, outcome.problems);
	},
	removeLogo: async ({ locals, params, request }) => {
		const id = text(await request.formData(), 'id');
		await orErrorPage(deleteLogo(locals, { id, placeCode: params.code }));
		return saved(params.code);
	}
};
