import type { Cause, EvidenceKind, FocusArea } from '../evidence.ts';

/** Never changes but for `withdrawn`; the database sees to it. */
export interface EvidenceRow {
	id: string;
	placeCode: string;
	kind: EvidenceKind;
	statement: string;
	figure: string | null;
	n: number | null;
	/** Calendar day. */
	day: string;
	selection: string;
	source: string;
	href: string | null;
	seq: number | null;
	/** JSON. */
	frozen: string;
	dialogueCode: string | null;
	questionKey: string | null;
	optionKey: string | null;
	/** Calendar day. */
	takenOn: string;
	withdrawn: 0 | 1;
}

/** The bytes of an uploaded document. */
export interface EvidenceFileRow {
	evidenceId: string;
	mediaType: string;
	name: string;
	content: Buffer;
}

/** Evidence that something published rests on. */
export interface PublicEvidenceRow {
	evidenceId: string;
	/** Calendar day. */
	since: string;
}

/** Something that troubles a place, weighed from several sources. */
export interface SituationProblemRow {
	id: string;
	placeCode: string;
	name: string;
	note: string;
	position: number;
	/** Arrays and objects as JSON. */
	evidenceIds: string;
	overrules: string;
	ended: 0 | 1;
}

export interface CauseRow {
	id: string;
	placeCode: string;
	problemId: string;
	bone: Cause['bone'];
	text: string;
	parentId: string | null;
	position: number;
	/** Array as JSON. */
	evidenceIds: string;
}

export interface FocusAreaRow {
	id: string;
	placeCode: string;
	name: string;
	why: string;
	remit: FocusArea['remit'];
	/** Calendar days. */
	validFrom: string;
	validTo: string | null;
	/** Arrays as JSON. */
	evidenceIds: string;
	causeIds: string;
	ended: 0 | 1;
}

export interface SituationTables {
	evidence: EvidenceRow;
	evidenceFile: EvidenceFileRow;
	publicEvidence: PublicEvidenceRow;
	situationProblem: SituationProblemRow;
	cause: CauseRow;
	focusArea: FocusAreaRow;
}
