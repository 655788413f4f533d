import type { ParamMatcher } from '@sveltejs/kit';
import { languages } from '#lib/i18n/languages.ts';

/** First parts of addresses that can never be a municipality's. */
const reserved = new Set([
	...['api', 'healthz', 'readyz', 'metrics', 'd', 'e', 'mote', 'skarm', 'styr', 'kiosk', 'falt'],
	...['logga-in', 'arbete', 'oembed', ...languages]
]);

/** Lets through what may be a municipality's address: lower case letters, digits and hyphens. */
export const match: ParamMatcher = (part) => /^[a-z][a-z0-9-]*$/.test(part) && !reserved.has(part);
