import { findPlaces } from '#lib/places/server/find-places.ts';
import { publicJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, request, url }) => {
	const found = await findPlaces(locals, { query: url.searchParams.get('query') ?? '', limit: 20 });
	const places = found.map(({ code, name, kind, parentCode }) => ({ code, name, kind, parent: parentCode }));
	return publicJson(request, { places });
});
