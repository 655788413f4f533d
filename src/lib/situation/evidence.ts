/** What a picture or a pledge rests on. */
export const evidenceKinds = [
	/** A released result of a dialogue's question, at a release. */
	'result',
	/** A value or a stretch of an imported series. */
	'series',
	/** Counted dots, hands or talks. */
	'tally',
	/** A theme of notes, with how many. */
	'note-theme',
	/** A theme of free texts, with how many. */
	'text-theme',
	/** A released text, word for word. */
	'quote',
	/** A point of a safety walk. */
	'walk-point',
	/** An uploaded document: who made it, and when. */
	'document'
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One result, statistic, tally or note, frozen as it was when it was taken. It never changes; it can be withdrawn. */
export interface Evidence {
	id: string;
	placeCode: string;
	kind: EvidenceKind;
	/** What it says, in a sentence: "60 % ville ha en mer tillgänglig polis". */
	statement: string;
	/** The number it says, with its unit as read: "60 %"; null where it is a text. */
	figure: string | null;
	/** Respondents, texts or counted talks behind it; null where the source gives none. */
	n: number | null;
	/** The day it describes or was released, `YYYY-MM-DD`. */
	day: string;
	/** How it was collected, in words: "självvalt urval, webb och möte", "register", "sannolikhetsurval". */
	selection: string;
	/** Who made it, in words: "Säffles dialog våren 2017", "Källa: Brå". */
	source: string;
	/** Where it can be read: an address inside Lyhörd or outside; null for a document that is not public. */
	href: string | null;
	/** The release it was taken from; null for other kinds. */
	seq: number | null;
	/** What it was made of, whole, so that it stands when the source is purged. */
	frozen: Record<string, unknown>;
	withdrawn: boolean;
	/** The answer it shows, where it is a result: how one walks from an answer to what came of it. */
	about: AnswerOption | null;
	/** The day it was taken, `YYYY-MM-DD`. */
	takenOn: string;
}

/** An answer option of a dialogue's question; the whole question without an option. */
export interface AnswerOption {
	/** Six digits. */
	dialogueCode: string;
	questionKey: string;
	optionKey: string | null;
}

/** A theme chosen to work on; never a geographic area. */
export interface FocusArea {
	id: string;
	placeCode: string;
	name: string;
	why: string;
	/** Whose it is to work on. */
	remit: 'police' | 'municipality' | 'both' | 'other';
	/** `YYYY-MM-DD`. */
	validFrom: string;
	validTo: string | null;
	evidenceIds: string[];
	causeIds: string[];
	ended: boolean;
}

/** One bone of the cause analysis. */
export interface Cause {
	id: string;
	placeCode: string;
	/** victim: offer · offender: gärningsperson · place: plats */
	bone: 'victim' | 'offender' | 'place';
	text: string;
	/** Above it in the outline; null for a bone's own. */
	parentId: string | null;
	/** The problem it explains. */
	problemId: string;
	evidenceIds: string[];
}
