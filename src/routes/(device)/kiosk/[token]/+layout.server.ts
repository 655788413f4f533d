import { readKiosk } from '#lib/collection/server/open-kiosk.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { LayoutServerLoad } from './$types';

/** A tablet for one dialogue. Whoever comes next begins anew, in Swedish and with text of the usual size. */
export const load: LayoutServerLoad = async ({ locals, params, url }) => {
	const { dialogue } = await orErrorPage(readKiosk(locals, params.token));
	const { sender } = await readPlaceProfile(locals, dialogue.placeCode);
	return {
		languages: dialogue.languages,
		sender,
		kiosk: { start: `/kiosk/${params.token}`, larger: url.searchParams.get('text') === 'stor' }
	};
};
