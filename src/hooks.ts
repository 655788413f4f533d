import type { Reroute } from '@sveltejs/kit';
import { lowerShortPath } from '#lib/dialogues/short-path.ts';
import { deLocalizeUrl } from '#lib/i18n/paraglide/runtime.js';

/** `/en/saffle` is the page `/saffle` in English: routes are written once. Short addresses come in upper case too. */
export const reroute: Reroute = ({ url }) =>
	url.pathname.startsWith('/api/')
		? url.pathname
		: deLocalizeUrl(new URL(lowerShortPath(url.pathname), url)).pathname;
