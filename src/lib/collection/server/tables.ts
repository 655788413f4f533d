/** Talks in the field on one occasion. */
export interface FieldCollectionRow {
	id: string;
	placeCode: string;
	dialogueId: string | null;
	meetingId: string | null;
	name: string;
	/** Calendar day, `YYYY-MM-DD`. */
	day: string;
	/** Choice[] as JSON. */
	spots: string;
	themes: string;
	ended: 0 | 1;
}

/** A collector's own link; only a hash of its token is stored. */
export interface FieldDeviceRow {
	id: string;
	collectionId: string;
	name: string;
	tokenHash: string;
	ended: 0 | 1;
}

/** One talk, counted. No time and no device. */
export interface FieldTallyRow {
	collectionId: string;
	/** Idempotency key, made on the device. */
	key: string;
	theme: string;
	tone: string;
	spot: string;
	/** Taken back; kept so that a late repeat is not counted. */
	withdrawn: 0 | 1;
}

/** One talk in short; staff only. */
export interface FieldNoteRow {
	collectionId: string;
	key: string;
	slot: string;
	spot: string;
	/** Theme keys as JSON. */
	themes: string;
	tone: string;
	/** Empty once it is withdrawn. */
	paraphrase: string;
	groupSize: string;
	ageBand: string;
	withdrawn: 0 | 1;
}

/** A tablet on which visitors answer one dialogue. */
export interface KioskRow {
	id: string;
	dialogueId: string;
	name: string;
	tokenHash: string;
	ended: 0 | 1;
}

/** Paper forms that are typed in twice, by two people. */
export interface PaperBatchRow {
	id: string;
	dialogueId: string;
	name: string;
	forms: number;
	firstPersonId: string;
	secondPersonId: string | null;
	submitted: 0 | 1;
}

/** What one person read on one form, until the batch is submitted. */
export interface PaperFormRow {
	batchId: string;
	/** 1, 2, 3 … in the pile. */
	number: number;
	entry: 1 | 2;
	/** AES-256-GCM of a PaperSheet. */
	payload: string;
}

export interface CollectionTables {
	fieldCollection: FieldCollectionRow;
	fieldDevice: FieldDeviceRow;
	fieldTally: FieldTallyRow;
	fieldNote: FieldNoteRow;
	kiosk: KioskRow;
	paperBatch: PaperBatchRow;
	paperForm: PaperFormRow;
}
