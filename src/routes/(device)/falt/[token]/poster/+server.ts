import { recordEntries } from '#lib/collection/server/record-entries.ts';
import { readBody } from '#lib/server/read-body.ts';
import { apiEndpoint, problemResponse } from '#lib/server/problem-response.ts';
import type { RequestHandler } from './$types';

/** A hundred notes with every word they may have. */
const mostBytes = 256 * 1024;

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** What a collector's device has counted and noted; the same entries may be sent as often as needed. */
export const POST: RequestHandler = apiEndpoint(async ({ locals, params, request }) => {
	if (request.headers.get('content-type') !== 'application/json') return problemResponse('unsupported-type');
	const body = parseJson(await readBody(request, mostBytes));
	const recorded = await recordEntries(locals, { token: params.token ?? '', body });
	return Response.json(recorded, { headers: { 'cache-control': 'no-store' } });
});
