import type { MeetingForm, MeetingState } from '../meeting.ts';
import type { Display, StepState } from '../step.ts';

export interface MeetingRow {
	id: string;
	code: string;
	placeCode: string;
	slug: string;
	/** Texts as JSON, as every text here. */
	title: string;
	form: MeetingForm;
	state: MeetingState;
	/** The meeting that it rehearses; null for a real one. */
	rehearses: string | null;
	dialogueId: string | null;
	/** Milliseconds since 1970, UTC, like every `…At` here. */
	startsAt: number;
	endsAt: number;
	venue: string;
	about: string | null;
	/** Array as JSON. */
	languages: string;
	secondLanguage: string | null;
	colours: 'light' | 'dark';
	leastShown: number;
	announced: number;
	currentStepId: string | null;
	blank: number;
	revision: number;
	/** What can be taken back, as JSON. */
	undo: string | null;
	startedAt: number | null;
	endedAt: number | null;
	reportedAt: number | null;
}

export interface MeetingStepRow {
	id: string;
	meetingId: string;
	position: number;
	/** StepContent as JSON. */
	content: string;
	state: StepState;
	display: Display;
	pinnedSeq: number | null;
	dialogueId: string | null;
	stopsAt: number | null;
}

/** Hands or dots for an option, counted by staff. */
export interface MeetingStepCountRow {
	stepId: string;
	optionKey: string;
	count: number;
	/** A person's id, or `system`. */
	enteredBy: string;
}

/** A screen, a remote, or the offer to take the remote over. */
export interface MeetingDeviceRow {
	id: string;
	meetingId: string;
	kind: 'screen' | 'remote' | 'takeover';
	/** SHA-256 of the token, hex. */
	tokenHash: string;
	/** Who opened it and in whose place it acts; null when the system did. */
	personId: string | null;
	/** 1 when that person's session had passed a second factor. */
	secondFactor: number;
	pinHash: string | null;
	locked: number;
	/** When somebody last did something on it. */
	touchedAt: number;
	/** When it was last heard of. */
	seenAt: number | null;
	expiresAt: number | null;
	/** Why it is at an end; null while it is not. */
	ended: 'revoked' | 'taken-over' | 'used' | null;
	/** Wrong PINs since `triesFrom`. */
	tries: number;
	triesFrom: number;
}

/** What staff add to a meeting's report. */
export interface MeetingReportRow {
	meetingId: string;
	/** In their own words; empty for none. */
	conclusions: string;
	/** Ids of released texts that are quoted, as JSON. */
	quotes: string;
}

/** A photo of a board, without anything but the picture. */
export interface MeetingPhotoRow {
	id: string;
	meetingId: string;
	/** 1, 2, 3 … as they were added. */
	number: number;
	mediaType: string;
	width: number;
	height: number;
	content: Buffer;
	alternativeText: string;
}

export interface MeetingsTables {
	meeting: MeetingRow;
	meetingStep: MeetingStepRow;
	meetingStepCount: MeetingStepCountRow;
	meetingDevice: MeetingDeviceRow;
	meetingReport: MeetingReportRow;
	meetingPhoto: MeetingPhotoRow;
}
