import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { changeSeries, removeSeries } from '#lib/statistics/server/change-series.ts';
import { readSeriesPage } from '#lib/statistics/server/read-series-page.ts';
import type { Actions, PageServerLoad } from './$types';

/** The version in an address; undefined for the latest. */
const versionIn = (url: URL): number | undefined => {
	const written = url.searchParams.get('version');
	return written && /^\d{1,6}$/.test(written) ? Number(written) : undefined;
};

export const load: PageServerLoad = ({ locals, params, url }) =>
	orErrorPage(
		readSeriesPage(locals, {
			seriesId: params.id,
			placeCode: url.searchParams.get('plats') ?? undefined,
			version: versionIn(url)
		})
	);

export const actions: Actions = {
	share: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const shown = form.get('public') === '1';
		await orErrorPage(changeSeries(locals, { id: params.id, public: shown }));
		const place = url.searchParams.get('plats');
		redirect(303, localizeHref(`/arbete/statistik/${params.id}${place ? `?plats=${place}` : ''}`));
	},
	remove: async ({ locals, params }) => {
		const placeCode = await orErrorPage(removeSeries(locals, params.id));
		redirect(303, localizeHref(`/arbete/statistik?plats=${placeCode}&klart=serien-borttagen`));
	}
};
