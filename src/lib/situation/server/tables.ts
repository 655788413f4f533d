import type { PictureState, SectionKey, Side } from '../picture.ts';
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

/** A version of a place's picture. Once frozen the database refuses to change it. */
export interface PictureRow {
	id: string;
	placeCode: string;
	number: number | null;
	state: PictureState;
	title: string;
	/** Calendar days. */
	periodFrom: string;
	periodTo: string;
	/** Arrays as JSON. */
	dialogueCodes: string;
	problemIds: string;
	/** A Snapshot as JSON; null for a draft. */
	snapshot: string | null;
	frozenOn: string | null;
	publishedOn: string | null;
}

export interface PictureSectionRow {
	pictureId: string;
	section: SectionKey;
	revision: number;
	/** Array of Block as JSON. */
	blocks: string;
}

/** Never changes. */
export interface PictureSignatureRow {
	pictureId: string;
	side: Side;
	personId: string;
	title: string;
	/** Calendar day. */
	signedOn: string;
}

export interface PriorityAssessmentRow {
	problemId: string;
	personId: string;
	/** Scores as JSON. */
	scores: string;
}

export interface SituationSettingsRow {
	placeCode: string;
	/** Array of Criterion as JSON. */
	criteria: string;
	reviewMonths: number;
	reminderMonths: number;
}

export interface ChecklistItemRow {
	placeCode: string;
	item: string;
	/** Calendar day. */
	doneOn: string;
	note: string;
}

export interface WheelEntryRow {
	id: string;
	placeCode: string;
	/** 1–12. */
	month: number;
	text: string;
}

/** What staff who answered are told came of it. */
export interface StaffFeedbackRow {
	dialogueId: string;
	text: string;
	/** Calendar day. */
	writtenOn: string;
}

export interface SituationTables {
	evidence: EvidenceRow;
	evidenceFile: EvidenceFileRow;
	publicEvidence: PublicEvidenceRow;
	situationProblem: SituationProblemRow;
	cause: CauseRow;
	focusArea: FocusAreaRow;
	picture: PictureRow;
	pictureSection: PictureSectionRow;
	pictureSignature: PictureSignatureRow;
	priorityAssessment: PriorityAssessmentRow;
	situationSettings: SituationSettingsRow;
	checklistItem: ChecklistItemRow;
	wheelEntry: WheelEntryRow;
	staffFeedback: StaffFeedbackRow;
}
