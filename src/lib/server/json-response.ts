import { createHash } from 'node:crypto';

/**
 * A public JSON answer of the open interface: readable from every origin, with an ETag.
 * @returns 304 without body when the client already has it.
 */
export function publicJson(request: Request, body: unknown): Response {
	const text = JSON.stringify(body);
	const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
	const headers = {
		etag,
		'access-control-allow-origin': '*',
		'cache-control': 'public, no-cache',
		vary: 'accept-language'
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
}
