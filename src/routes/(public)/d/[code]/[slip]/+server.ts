import { redirect } from '@sveltejs/kit';
import { lowerShortPath } from '#lib/dialogues/short-path.ts';
import { extractLocaleFromUrl, localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** What the QR code of a slip holds: a dialogue's code and a one-time code. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	const locale = extractLocaleFromUrl(new URL(lowerShortPath(url.pathname), url)) ?? locals.language;
	const [code, slip] = [params.code, params.slip].map(encodeURIComponent);
	redirect(303, localizeHref(`/d/${code}?kod=${slip}`, { locale }));
};
