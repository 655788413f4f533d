import { calendarFile } from '#lib/format/calendar-file.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { meetingEvent } from '#lib/meetings/invitation/meeting-calendar.ts';
import { listAnnouncedMeetings } from '#lib/meetings/server/list-meetings.ts';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** Every announced meeting of the municipality, for calendars that follow it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { code, name } = await orErrorPage(readMunicipality(locals, params.kommun));
	const meetings = await listAnnouncedMeetings(locals, { placeCode: code });
	const linkOf = (slug: string) => new URL(localizeHref(`/${params.kommun}/moten/${slug}`), url).href;
	const events = meetings.map((meeting) => meetingEvent(meeting, locals.language, linkOf(meeting.slug)));
	return new Response(calendarFile(events, m.meeting_calendar_name({ place: name })), {
		headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'max-age=300' }
	});
};
