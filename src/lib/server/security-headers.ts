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

const leastPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * The policy of an answer that our own pages and these sites may show in a frame.
 * @param policy the policy it would have otherwise; null when it has none
 */
export const framedPolicy = (policy: string | null, origins: readonly string[]): string =>
	(policy ?? leastPolicy).replace(
		/frame-ancestors [^;]*/,
		`frame-ancestors ${["'self'", ...origins].join(' ')}`
	);

/** The policy of a page that may have a worker of ours, so that it opens without a network. */
export const workingPolicy = (policy: string): string =>
	policy.replace(/worker-src [^;]*/, "worker-src 'self'");

/** Whether a policy lets anybody show the answer in a frame; the older header says no to all and must not come along. */
export const isFramed = (policy: string): boolean => /frame-ancestors (?!'none')/.test(policy);

/**
 * The headers that the server gives an answer before anybody has looked at it, so that also files, the answers
 * endpoint and the last error page carry them. A page replaces the policy with its own.
 */
export const leastHeaders = (url: URL): [string, string][] => [
	...securityHeaders(url),
	['content-security-policy', leastPolicy]
];
