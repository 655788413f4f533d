import type { TimedEvent } from '#lib/format/calendar-file.ts';
import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import type { Meeting } from '../meeting.ts';

/** A meeting as calendars take it. @param link its page for residents */
export const meetingEvent = (meeting: Meeting, language: Language, link: string): TimedEvent => ({
	uid: `mote-${meeting.code}@${new URL(link).hostname}`,
	startsAt: meeting.startsAt,
	endsAt: meeting.endsAt,
	summary: inLanguage(meeting.title, language),
	where: meeting.venue,
	about: meeting.about ? inLanguage(meeting.about, language) : '',
	link,
	revision: meeting.revision
});
