import { readPlace } from '#lib/places/server/read-place.ts';
import { openPledges } from '#lib/pledges/open-pledges.ts';
import { readOpenPledges } from '#lib/pledges/server/read-open-pledges.ts';
import { publicJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, params, request }) => {
	const { code } = await readPlace(locals, params.code!);
	return publicJson(request, openPledges(await readOpenPledges(locals, code)));
});
