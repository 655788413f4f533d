import { calendarFile } from '#lib/format/calendar-file.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** The two days that were promised, as a calendar file. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
	const dialogue = await orErrorPage(readDialogueByAddress(locals, { placeCode: code, slug: params.slug }));
	const title = inLanguage(dialogue.title, locals.language);
	const link = new URL(localizeHref(`/${params.kommun}/dialog/${params.slug}`), url).href;
	const event = (name: string, day: string, summary: string) => ({
		uid: `${dialogue.code}-${name}@${url.hostname}`,
		day,
		summary,
		link
	});
	const file = calendarFile([
		event('results', dialogue.resultsDueOn, m.thanks_calendar_results({ title })),
		event('pledges', dialogue.pledgesDueOn, m.thanks_calendar_pledges({ title }))
	]);
	return new Response(file, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${params.slug}.ics"`
		}
	});
};
