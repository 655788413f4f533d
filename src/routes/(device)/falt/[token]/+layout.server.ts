import { readDevice } from '#lib/collection/server/read-device.ts';
import { staffLanguages } from '#lib/i18n/languages.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { LayoutServerLoad } from './$types';

/** A collector's own telephone or tablet. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { collection } = await orErrorPage(readDevice(locals, params.token));
	const { sender } = await readPlaceProfile(locals, collection.placeCode);
	return { sender, languages: [...staffLanguages] };
};
