import type { Language, Texts } from '#lib/i18n/languages.ts';

/** `live`: steered from a remote; `ended`: nothing more is taken, the report stands. */
export const meetingStates = ['planned', 'live', 'ended'] as const;
export type MeetingState = (typeof meetingStates)[number];

/**
 * Where people are. In a `hall` every answer is supervised and counts as a person of its own; `online` answers are told
 * apart by network, as in an open link.
 */
export const meetingForms = ['hall', 'online'] as const;
export type MeetingForm = (typeof meetingForms)[number];

/** A dialogue meeting: an agenda of steps, run from a remote and shown on a screen. */
export interface Meeting {
	id: string;
	/** Six digits, for `/mote/{code}` and `/d/{code}`; never also a dialogue's. */
	code: string;
	placeCode: string;
	slug: string;
	title: Texts;
	form: MeetingForm;
	state: MeetingState;
	/** Nothing of a rehearsal is ever counted; every screen says what it is. */
	rehearsal: boolean;
	/** The dialogue whose thread it belongs to and whose questions it may ask. */
	dialogueId: string | null;
	startsAt: Date;
	endsAt: Date;
	/** Where people meet, as a visitor reads it. */
	venue: string;
	about: Texts | null;
	/** Languages that participants are offered. */
	languages: Language[];
	/** What the screen says under the Swedish text; null for one language. */
	secondLanguage: Language | null;
	colours: 'light' | 'dark';
	/** Results are not shown before this many answers are released. */
	leastShown: number;
	/** Has a public page and stands in the calendar. */
	announced: boolean;
	currentStepId: string | null;
	/** Everything is hidden from the screen. */
	blank: boolean;
	/** Rises with every command; what viewers have seen. */
	revision: number;
	/** When it was started and ended from the remote; null until then. */
	startedAt: Date | null;
	endedAt: Date | null;
	/** When its report was published; null until then. */
	reportedAt: Date | null;
}
