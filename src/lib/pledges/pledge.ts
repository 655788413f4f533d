/** Whose an activity is. */
export const parties = ['joint', 'police', 'municipality', 'partner'] as const;
export type Party = (typeof parties)[number];

/** The two that pledge; both approve and both sign. */
export const sides = ['police', 'municipality'] as const;
export type Side = (typeof sides)[number];

/** How far a pledge has come before residents see it; see moves.ts. */
export const pledgeStates = ['draft', 'approved', 'signed', 'published'] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** How it goes, told by word and shape. */
export const statuses = ['planned', 'ongoing', 'done', 'partly', 'late', 'not-kept', 'extended'] as const;
export type Status = (typeof statuses)[number];

/** How it ended, as somebody has declared it with a text. */
export const outcomes = ['done', 'partly', 'not-kept'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why something is late or was not kept. `other` needs a text. */
export const reasonCodes = ['resources', 'assessed', 'other-party', 'season', 'permit', 'other'] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What shows that a pledge worked. */
export const indicatorKinds = ['question', 'series', 'own-count'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** Where a pledge is made known. */
export const pledgeChannels = ['web', 'social', 'press', 'meeting', 'poster', 'letter'] as const;
export type PledgeChannel = (typeof pledgeChannels)[number];

/** One number that is looked at before and after. */
export interface Indicator {
	kind: IndicatorKind;
	/** A dialogue's code and question key with a slash between, or a series' id; empty for an own count. */
	ref: string;
	/** "Andel som vill ha en mer tillgänglig polis". */
	what: string;
	/** How it is measured, in words. */
	how: string;
	/** "%", "fordon". */
	unit: string;
	startValue: number | null;
	targetValue: number | null;
}

/** Who does what, how much, where and when. Days are `YYYY-MM-DD`. */
export interface Activity {
	id: string;
	party: Party;
	/** "Trygghetsvandring". */
	what: string;
	target: number | null;
	unit: string;
	place: string;
	startsOn: string | null;
	/** The last day; null for something that recurs for as long as the pledge holds. */
	dueOn: string | null;
	/** "varje torsdag 10–11"; empty when it does not recur. */
	recurrence: string;
	/** The role that answers for it: "Områdespolis". Never a person's name. */
	owner: string;
	/** Who may report on it with an account of their own. */
	ownerId: string | null;
}

/** A pledge as it is written. */
export interface PledgeContent {
	/** A few words: "Ljusare gångvägar". */
	title: string;
	/** At most 25 words: "Vi lovar att … senast …". */
	sentence: string;
	place: string;
	validFrom: string | null;
	validTo: string | null;
	evidenceIds: string[];
	focusAreaId: string | null;
	causeId: string | null;
	effect: string;
	indicator: Indicator;
	nextReportOn: string | null;
	channels: PledgeChannel[];
	activities: Activity[];
}

/** A pledge as it is stored. */
export interface Pledge extends PledgeContent {
	id: string;
	placeCode: string;
	/** Its part of the address; null until it is published, then for ever the same. */
	slug: string | null;
	state: PledgeState;
	/** Rises by one with every change. */
	revision: number;
	agreementId: string | null;
	publishedOn: string | null;
	/** How it ended; null while it runs. */
	outcome: Outcome | null;
	/** Made up for a demonstration; the page says so. */
	example: boolean;
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

export interface Reason {
	code: ReasonCode;
	/** Empty unless the code is `other`, or somebody wants to say more. */
	text: string;
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

export interface Approval {
	side: Side;
	name: string;
	day: string;
}

/** Who signed: a title, never a person's name. */
export interface Signature {
	side: Side;
	title: string;
	day: string;
}

/** Everything that has happened to a pledge since it was published, the oldest first in each list. */
export interface PledgeStory {
	progress: Progress[];
	reports: Report[];
	corrections: Correction[];
	extensions: Extension[];
}

/** A pledge with what has happened to it: all that its page, its status and its print are made of. */
export interface ToldPledge {
	pledge: Pledge;
	story: PledgeStory;
	approvals: Approval[];
	signatures: Signature[];
}

/** A pledge in which nothing is written yet. */
export const emptyPledge = (): PledgeContent => ({
	title: '',
	sentence: '',
	place: '',
	validFrom: null,
	validTo: null,
	evidenceIds: [],
	focusAreaId: null,
	causeId: null,
	effect: '',
	indicator: {
		kind: 'own-count',
		ref: '',
		what: '',
		how: '',
		unit: '',
		startValue: null,
		targetValue: null
	},
	nextReportOn: null,
	channels: ['web'],
	activities: []
});

/** The signed frame that pledges belong to. */
export interface Agreement {
	id: string;
	placeCode: string;
	title: string;
	text: string;
	validFrom: string;
	validTo: string | null;
	signatures: Signature[];
}
