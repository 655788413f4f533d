import type { Activity } from './activity.ts';
import type { Approval, Signature } from './agreement.ts';
import type { Indicator } from './indicator.ts';
import type { Outcome, PledgeStory } from './story.ts';

/** How far a pledge has come before residents see it; see moves.ts. */
export const pledgeStates = ['draft', 'approved', 'signed', 'published'] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** How it goes, told by word and shape. */
export const statuses = ['planned', 'ongoing', 'done', 'partly', 'late', 'not-kept', 'extended'] as const;
export type Status = (typeof statuses)[number];

/** Where a pledge is made known. */
export const pledgeChannels = ['web', 'social', 'press', 'meeting', 'poster', 'letter'] as const;
export type PledgeChannel = (typeof pledgeChannels)[number];

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
