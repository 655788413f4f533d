import { onPaper } from '#lib/pledges/pledge-sheet.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPublished } from '../published-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { pledge, view } = await readPublished(locals, params.id, { publishers: false });
	const { slug } = await readPlace(locals, pledge.placeCode);
	const { sender } = await readPlaceProfile(locals, pledge.placeCode);
	return { paper: onPaper(view, { origin: url.origin, slug: slug!, sender }), id: pledge.id };
};
