import type { DialogueState } from '#lib/dialogues/dialogue.ts';

/** A dialogue as the staff's first page shows it; days are `YYYY-MM-DD`. */
export interface DeskDialogue {
	id: string;
	code: string;
	title: string;
	placeName: string;
	/** Address of its public page, and of its results. */
	href: string;
	/** Address of its page in the workspace; null for a draft, which has none. */
	work: string | null;
	state: DialogueState;
	opensOn: string;
	/** The last day that answers are taken; null for an ongoing dialogue. */
	lastDay: string | null;
}

/** Something that somebody at the desk ought to do, most pressing first in this order. */
export const dutyKinds = [
	'results-overdue',
	'pledges-overdue',
	'opening-overdue',
	'report-overdue',
	'reason-overdue',
	'activity-overdue',
	'review-overdue',
	'walk-overdue',
	'results-due',
	'pledges-due',
	'opening-due',
	'report-due',
	'activity-due',
	'review-due',
	'signature',
	'walk-due',
	'texts-unread',
	'second-factor',
	'contact',
	'invitation'
] as const;

export type DutyKind = (typeof dutyKinds)[number];

export interface Duty {
	kind: DutyKind;
	/** The dialogue's title, the place's name or whom it concerns. */
	about: string;
	/** How many dialogues it concerns, where it is one duty for all of them. */
	dialogues?: number;
	placeName: string | null;
	/** Where it is done; null where nothing can be done yet. */
	href: string | null;
	/** The last day; null where there is none. */
	dueOn: string | null;
}

/** What is to be done, what goes on, what is done. */
export interface Desk {
	toDo: Duty[];
	ongoing: DeskDialogue[];
	done: DeskDialogue[];
}

/** How many days before a promised day it becomes a duty. */
export const dutyAheadDays = 30;

/** The most pressing first; of the same kind, the earliest day. */
export const compareDuties = (a: Duty, b: Duty): number =>
	dutyKinds.indexOf(a.kind) - dutyKinds.indexOf(b.kind) ||
	(a.dueOn ?? '').localeCompare(b.dueOn ?? '') ||
	a.about.localeCompare(b.about, 'sv');
