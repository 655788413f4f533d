import { error, redirect } from '@sveltejs/kit';
import { parseCode } from '#lib/dialogues/code.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import { lowerShortPath } from '#lib/dialogues/short-path.ts';
import { extractLocaleFromUrl, localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { isMeetingCode } from '#lib/meetings/server/find-short-code.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { PageServerLoad } from './$types';

/**
 * Leads from a short code to its dialogue or its meeting, and with a one-time code (`?kod=`) straight to the questions; an unknown
 * code gets a page where it can be written again.
 */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const locale = extractLocaleFromUrl(new URL(lowerShortPath(url.pathname), url)) ?? locals.language;
	const written = params.code ?? url.searchParams.get('code');
	if (written === null) redirect(303, localizeHref('/', { locale }));
	const code = parseCode(written);
	if (code === undefined) error(404, { message: 'not a code', code: 'not-a-code' });
	const dialogue = await readDialogueByCode(locals, code).catch((problem: unknown) => {
		if (problem instanceof AppError) return undefined;
		throw problem;
	});
	if (!dialogue && (await isMeetingCode(locals, code)))
		redirect(303, localizeHref(`/mote/${code}`, { locale }));
	const slug = dialogue && (await readPlace(locals, dialogue.placeCode)).slug;
	if (!dialogue || !slug) error(404, { message: 'unknown code', code: 'unknown-code' });
	const page = localizeHref(`/${slug}/dialog/${dialogue.slug}`, { locale });
	const oneTimeCode = url.searchParams.get('kod');
	redirect(303, oneTimeCode ? `${page}/svara?kod=${encodeURIComponent(oneTimeCode)}` : page);
};
