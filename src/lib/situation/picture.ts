import type { Cause, Evidence, FocusArea } from './evidence.ts';
import type { SituationProblem } from './problem.ts';
import type { MatrixRow } from './source-matrix.ts';

/** The sections of every picture, in their order. */
export const sectionKeys = [
	/** Vad vi frågade */
	'asked',
	/** Vad ni sa */
	'said',
	/** Vad medarbetarna ser */
	'staff',
	/** Vad statistiken visar */
	'statistics',
	/** Var bilderna skiljer sig */
	'differences',
	/** Vad vi inte vet; never empty */
	'unknown',
	/** Vad vi går vidare med, och varför inte det andra */
	'chosen'
] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** How evidence is drawn: its sentence and number, or with everything it was made of. */
export const showings = ['figure', 'whole'] as const;

/** A part of a section. */
export type Block =
	| { id: string; kind: 'text'; text: string }
	| { id: string; kind: 'evidence'; evidenceId: string; show: (typeof showings)[number]; note: string }
	/** Written by hand before quotes were picked; kept as it is, never made anew. A picked quote is evidence. */
	| { id: string; kind: 'quote'; text: string; from: string }
	| { id: string; kind: 'table'; caption: string; columns: string[]; rows: string[][] };

/** One section, as the one who wrote last left it. */
export interface Section {
	key: SectionKey;
	/** Rises with every change; who writes says which one they saw. */
	revision: number;
	blocks: Block[];
}

/**
 * `draft`: written by people. `frozen`: waits for two signatures and never changes again. `published`: everybody's.
 * `dropped`: frozen, and never published.
 */
export const pictureStates = ['draft', 'frozen', 'published', 'dropped'] as const;
export type PictureState = (typeof pictureStates)[number];

/** The weighed picture of a place for a period. */
export interface Picture {
	id: string;
	placeCode: string;
	/** Of the frozen version within its place, 1, 2 …; null for a draft. */
	number: number | null;
	state: PictureState;
	title: string;
	/** The period it is about, days. */
	from: string;
	to: string;
	/** Six digits each. */
	dialogueCodes: string[];
	problemIds: string[];
	frozenOn: string | null;
	publishedOn: string | null;
}

export const sides = ['police', 'municipality'] as const;
export type Side = (typeof sides)[number];

/** Somebody stands for a frozen version; names are not kept with it, the role is. */
export interface Signature {
	side: Side;
	/** As they wrote it: "Chef för lokalpolisområde Arvika". */
	title: string;
	signedOn: string;
}

/** A problem's place among the others, weighed by several people. */
export interface RankedProblem {
	problemId: string;
	name: string;
	/** 0–100; null while nobody has weighed it. */
	score: number | null;
	lowest: number | null;
	highest: number | null;
	assessors: number;
}

/** Everything a frozen version shows, so that nothing outside it can change what was signed. */
export interface Snapshot {
	title: string;
	from: string;
	to: string;
	sections: { key: SectionKey; blocks: Block[] }[];
	evidence: Evidence[];
	problems: Pick<SituationProblem, 'id' | 'name' | 'note' | 'evidenceIds'>[];
	matrix: MatrixRow[];
	ranking: RankedProblem[];
	causes: Cause[];
	focusAreas: FocusArea[];
}
