import { calendarFile } from '#lib/format/calendar-file.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { meetingEvent } from '#lib/meetings/invitation/meeting-calendar.ts';
import { readAnnouncedMeeting } from '#lib/meetings/server/list-meetings.ts';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** One meeting as a calendar file. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
	const meeting = await orErrorPage(readAnnouncedMeeting(locals, { placeCode: code, slug: params.slug }));
	const link = new URL(localizeHref(`/${params.kommun}/moten/${params.slug}`), url).href;
	return new Response(calendarFile([meetingEvent(meeting, locals.language, link)]), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${params.slug}.ics"`
		}
	});
};
