const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The path of the answers endpoint; its group is the dialogue's code. */
export const answersEndpoint = /^\/api\/v1\/dialogues\/([^/]+)\/answers$/;

/** Where a request says it comes from; null where it says nothing. */
export interface Provenance {
	/** The Origin header. */
	origin: string | null;
	/** The Sec-Fetch-Site header. */
	site: string | null;
}

/** Tells whether a request says that it comes from another site than ours; null when it does not say. */
export function isForeign({ origin, site }: Provenance, ourOrigin: string): boolean | null {
	if (origin !== null) return origin !== ourOrigin;
	return site === null ? null : site !== 'same-origin' && site !== 'none';
}

/**
 * Tells whether a request that changes something was sent by another site's page.
 * The Origin decides; where it is missing, Sec-Fetch-Site does. Without either the request is refused, except at
 * the cookie-less answers endpoint of the open interface, which programs use.
 */
export function isForgery(request: Request, url: URL): boolean {
	if (safeMethods.has(request.method)) return false;
	const provenance = { origin: request.headers.get('origin'), site: request.headers.get('sec-fetch-site') };
	return isForeign(provenance, url.origin) ?? !answersEndpoint.test(url.pathname);
}
