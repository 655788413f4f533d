import { readPlace } from '#lib/places/server/read-place.ts';
import { openPicture } from '#lib/situation/open-picture.ts';
import { readPublishedPicture } from '#lib/situation/server/read-picture.ts';
import { publicJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, params, request }) => {
	const { code, slug } = await readPlace(locals, params.code!);
	return publicJson(request, openPicture(await readPublishedPicture(locals, { placeCode: code }), slug));
});
