import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { hasEnded, inOrder } from '#lib/pledges/pledge-view.ts';
import { listPledgeViews } from '#lib/pledges/server/read-pledge-page.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const place = await orErrorPage(readMunicipality(locals, params.kommun));
	const { sender } = await readPlaceProfile(locals, place.code);
	const all = inOrder(await listPledgeViews(locals, place.code));
	return {
		sender,
		placeName: place.name,
		whole: localizeHref(`/${params.kommun}/loften`),
		pledges: all,
		now: all.filter((pledge) => !hasEnded(pledge))
	};
};
