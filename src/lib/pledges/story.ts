/** How it ended, as somebody has declared it with a text. */
export const outcomes = ['done', 'partly', 'not-kept'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why something is late or was not kept. `other` needs a text. */
export const reasonCodes = ['resources', 'assessed', 'other-party', 'season', 'permit', 'other'] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
	code: ReasonCode;
	/** Empty unless the code is `other`, or somebody wants to say more. */
	text: string;
}

/** What somebody did on a day. It never changes; a mistake is corrected beside it. */
export interface Progress {
	id: string;
	activityId: string;
	day: string;
	quantity: number;
	place: string;
	text: string;
	/** That the activity has ended with this, and how. */
	outcome: Outcome | null;
	reason: Reason | null;
	photo: { id: string; alternativeText: string } | null;
}

/** Word to the residents about how the pledge goes. */
export interface Report {
	id: string;
	day: string;
	text: string;
	outcome: Outcome | null;
	reason: Reason | null;
	/** The indicator as it is now. */
	value: number | null;
	/** When the next word comes; null when the pledge has ended. */
	nextReportOn: string | null;
}

/** A mistake in what was published, mended in the open. */
export interface Correction {
	id: string;
	day: string;
	field: CorrectedField;
	before: string;
	after: string;
	why: string;
}

export const correctedFields = ['title', 'sentence', 'place', 'effect', 'indicator'] as const;
export type CorrectedField = (typeof correctedFields)[number];

/** A longer time, and why. */
export interface Extension {
	id: string;
	day: string;
	from: string;
	to: string;
	why: string;
	reason: Reason;
}

/** Everything that has happened to a pledge since it was published, the oldest first in each list. */
export interface PledgeStory {
	progress: Progress[];
	reports: Report[];
	corrections: Correction[];
	extensions: Extension[];
}
