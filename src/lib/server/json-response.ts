import { createHash } from 'node:crypto';

const etagOf = (text: string): string =>
	`"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

/**
 * A JSON answer for whoever has its address, with an ETag; no cache keeps it.
 * @returns 304 without body when the client already has it.
 */
export function stateJson(request: Request, body: unknown): Response {
	const text = JSON.stringify(body);
	const headers = { etag: etagOf(text), 'cache-control': 'no-store' };
	if (request.headers.get('if-none-match') === headers.etag)
		return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
}

/**
 * A public JSON answer of the open interface: readable from every origin, with an ETag.
 * @returns 304 without body when the client already has it.
 */
export function publicJson(request: Request, body: unknown): Response {
	const text = JSON.stringify(body);
	const etag = etagOf(text);
	const headers = {
		etag,
		'access-control-allow-origin': '*',
		'cache-control': 'public, no-cache',
		vary: 'accept-language'
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
}
