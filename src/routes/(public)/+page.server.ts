import { findPlaces } from '#lib/places/server/find-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = (url.searchParams.get('sok') ?? '').trim().slice(0, 100);
	if (query === '') return { query, municipalities: undefined, empty: url.searchParams.has('sok') };
	const places = await findPlaces(locals, { query, limit: 50 });
	const municipalities = places
		.filter((place) => place.slug !== null)
		.map(({ name, slug, parentName }) => ({ name, slug: slug!, parentName }));
	return { query, municipalities, empty: false };
};
