import type { Party } from '../activity.ts';
import type { Side } from '../agreement.ts';
import type { IndicatorKind } from '../indicator.ts';
import type { PledgeState } from '../pledge.ts';
import type { CorrectedField, Outcome, ReasonCode } from '../story.ts';

export interface AgreementRow {
	id: string;
	placeCode: string;
	title: string;
	text: string;
	/** Days are `YYYY-MM-DD`, like every `…On`, `day`, `validFrom` and `validTo` here. */
	validFrom: string;
	validTo: string | null;
	/** Counts the times it was saved. */
	revision: number;
}

export interface AgreementSignatureRow {
	agreementId: string;
	side: Side;
	title: string;
	day: string;
}

/** A trigger holds that nothing incomplete is published, and that nothing published changes without a text. */
export interface PledgeRow {
	id: string;
	placeCode: string;
	slug: string | null;
	state: PledgeState;
	revision: number;
	agreementId: string | null;
	title: string;
	sentence: string;
	place: string;
	validFrom: string | null;
	validTo: string | null;
	focusAreaId: string | null;
	causeId: string | null;
	effect: string;
	indicatorKind: IndicatorKind;
	indicatorRef: string;
	indicatorWhat: string;
	indicatorHow: string;
	indicatorUnit: string;
	startValue: number | null;
	targetValue: number | null;
	nextReportOn: string | null;
	/** JSON. */
	channels: string;
	outcome: Outcome | null;
	publishedOn: string | null;
	/** 1 when it is made up for a demonstration. */
	example: number;
	/** Milliseconds since 1970, UTC, like every `…At` and `at` here. */
	changedAt: number;
	/** A person's id, or `system`. */
	changedBy: string;
}

export interface ActivityRow {
	id: string;
	pledgeId: string;
	position: number;
	party: Party;
	what: string;
	target: number | null;
	unit: string;
	place: string;
	startsOn: string | null;
	dueOn: string | null;
	recurrence: string;
	owner: string;
	ownerId: string | null;
}

export interface PledgeEvidenceRow {
	pledgeId: string;
	evidenceId: string;
	position: number;
}

export interface PledgeApprovalRow {
	pledgeId: string;
	side: Side;
	personId: string;
	name: string;
	day: string;
}

export interface PledgeSignatureRow {
	pledgeId: string;
	side: Side;
	title: string;
	day: string;
}

interface Told {
	id: string;
	pledgeId: string;
	at: number;
	day: string;
}

export interface ActivityProgressRow extends Told {
	activityId: string;
	quantity: number;
	place: string;
	text: string;
	outcome: Outcome | null;
	reason: ReasonCode | null;
	reasonText: string;
	personId: string;
}

export interface ProgressPhotoRow {
	id: string;
	progressId: string;
	alternativeText: string;
	mediaType: string;
	content: Uint8Array;
}

export interface PledgeReportRow extends Told {
	text: string;
	outcome: Outcome | null;
	reason: ReasonCode | null;
	reasonText: string;
	value: number | null;
	nextReportOn: string | null;
	personId: string;
}

export interface PledgeCorrectionRow extends Told {
	field: CorrectedField;
	before: string;
	after: string;
	why: string;
}

export interface PledgeExtensionRow extends Told {
	fromDay: string;
	toDay: string;
	why: string;
	reason: ReasonCode;
	reasonText: string;
}

/** Somebody who wants to hear about a place's pledges; tied to nothing else. */
export interface PledgeSubscriptionRow {
	id: string;
	placeCode: string;
	/** The address, sealed by the vault. */
	sealedEmail: string;
	/** Keyed hash of the address, to know it again. */
	emailHash: string;
	/** SHA-256 of the token that confirms and ends it. */
	tokenHash: string;
	language: string;
	/** 1 once the address has answered. */
	confirmed: number;
	/** When an address that does not answer is forgotten; null once it has. */
	expiresAt: number | null;
}

/** A letter that has been sent. */
export interface PledgeLetterRow {
	/** Keyed hash of whom it went to. */
	recipient: string;
	/** What it was about: `updates:<day>`, `reminder:<pledge>:<day>`. */
	about: string;
	day: string;
}

export interface PledgesTables {
	agreement: AgreementRow;
	agreementSignature: AgreementSignatureRow;
	pledge: PledgeRow;
	activity: ActivityRow;
	pledgeEvidence: PledgeEvidenceRow;
	pledgeApproval: PledgeApprovalRow;
	pledgeSignature: PledgeSignatureRow;
	activityProgress: ActivityProgressRow;
	progressPhoto: ProgressPhotoRow;
	pledgeReport: PledgeReportRow;
	pledgeCorrection: PledgeCorrectionRow;
	pledgeExtension: PledgeExtensionRow;
	pledgeSubscription: PledgeSubscriptionRow;
	pledgeLetter: PledgeLetterRow;
}
