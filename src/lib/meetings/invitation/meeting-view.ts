import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import type { Meeting, MeetingState } from '../meeting.ts';
import { meetingTime } from './meeting-times.ts';

/** A meeting as lists and headings show it. */
export interface MeetingView {
	id: string;
	code: string;
	slug: string;
	title: string;
	/** `torsdag 4 mars 2027 kl. 18.00–19.30` */
	when: string;
	venue: string;
	about: string;
	state: MeetingState;
	rehearsal: boolean;
	/** Its report has been published. */
	reported: boolean;
}

/** A meeting in the reader's language. */
export const meetingView = (meeting: Meeting, language: Language): MeetingView => ({
	id: meeting.id,
	code: meeting.code,
	slug: meeting.slug,
	title: inLanguage(meeting.title, language),
	when: meetingTime(meeting, language),
	venue: meeting.venue,
	about: meeting.about ? inLanguage(meeting.about, language) : '',
	state: meeting.state,
	rehearsal: meeting.rehearsal,
	reported: meeting.reportedAt !== null
});
