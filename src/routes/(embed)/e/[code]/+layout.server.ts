import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readEmbedded } from '#lib/sharing/server/read-embedded.ts';
import type { LayoutServerLoad } from './$types';

/** The dialogue that a box is about, who asks, and where the municipality's own pages are. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { placeCode, slug, code, languages } = await orErrorPage(readEmbedded(locals, params.code));
	const place = await readPlace(locals, placeCode);
	const { sender } = await readPlaceProfile(locals, placeCode);
	const home = localizeHref(`/${place.slug ?? ''}`);
	return {
		languages,
		sender,
		placeName: place.name,
		home,
		box: localizeHref(`/e/${code}`),
		/** The dialogue's permanent page, outside the frame. */
		whole: `${home}/dialog/${slug}`
	};
};
