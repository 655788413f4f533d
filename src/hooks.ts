import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/i18n/paraglide/runtime.js';

/** `/en/saffle` is the page `/saffle` in English: routes are written once. */
export const reroute: Reroute = ({ url }) =>
	url.pathname.startsWith('/api/') ? url.pathname : deLocalizeUrl(url).pathname;
