const everywhere: [string, string][] = [
	['x-content-type-options', 'nosniff'],
	// `same-origin`, not `no-referrer`: browsers would send `Origin: null` with our own forms.
	['referrer-policy', 'same-origin'],
	['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
	['cross-origin-opener-policy', 'same-origin'],
	['x-frame-options', 'DENY']
];

/** The headers that every answer carries; HSTS only where the address is https. */
export const securityHeaders = (url: URL): [string, string][] =>
	url.protocol === 'https:'
		? [...everywhere, ['strict-transport-security', 'max-age=63072000; includeSubDomains']]
		: everywhere;

/**
 * The headers that the server gives an answer before anybody has looked at it, so that also files, the answers
 * endpoint and the last error page carry them. A page replaces the policy with its own.
 */
export const leastHeaders = (url: URL): [string, string][] => [
	...securityHeaders(url),
	['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"]
];
