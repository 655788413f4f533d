import { isLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orAbsentPage } from '#lib/server/absent-page.ts';
import { stampSheet } from '#lib/sharing/paper-stamp.ts';
import { readInvitation } from '#lib/sharing/server/read-share.ts';
import type { RequestHandler } from './$types';

/** The style sheet with the foot of a printed form. */
export const GET: RequestHandler = ({ locals, params, url, fetch }) => {
	const write = async () => {
		const { dialogue } = await readInvitation(locals, params.code);
		const asked = url.searchParams.get('sprak');
		return new Response(stampSheet(dialogue, isLanguage(asked) ? asked : 'sv'), {
			headers: { 'content-type': 'text/css; charset=utf-8' }
		});
	};
	return orAbsentPage(write(), (address) => fetch(localizeHref(address)));
};
