const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const answersEndpoint = /^\/api\/v1\/dialogues\/[^/]+\/answers$/;

/**
 * Tells whether a request that changes something was sent by another site's page.
 * The Origin decides; where it is missing, Sec-Fetch-Site does. Without either the request is refused, except at
 * the cookie-less answers endpoint of the open interface, which programs use.
 */
export function isForgery(request: Request, url: URL): boolean {
	if (safeMethods.has(request.method)) return false;
	const origin = request.headers.get('origin');
	if (origin !== null) return origin !== url.origin;
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site !== 'same-origin' && site !== 'none';
	return !answersEndpoint.test(url.pathname);
}
