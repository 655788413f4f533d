/** An accepted answer sheet until it is sealed. No time, no network, no order. */
export interface PendingRow {
	id: string;
	dialogueId: string;
	/** Keyed hash of the idempotency key. */
	keyHash: string;
	epoch: string;
	/** AES-256-GCM of the sheet under the epoch key, base64url. */
	payload: string;
}

/** A free text until it is sealed, under its own random id. */
export interface PendingTextRow {
	id: string;
	dialogueId: string;
	epoch: string;
	payload: string;
}

/** The idempotency keys of sealed sheets, in the order of their hashes. */
export interface SpentRow {
	dialogueId: string;
	keyHash: string;
}

/** The key that new pending rows of a dialogue are encrypted under. */
export interface EpochRow {
	dialogueId: string;
	epoch: string;
}

/** A one-time code that nobody has used, or that was used since the last seal. */
export interface EntryCodeRow {
	dialogueId: string;
	/** Keyed hash of the code. */
	codeHash: string;
	taken: 0 | 1;
}

/** The one-time codes that were used before a seal, in the order of their hashes; nothing ties them to sheets. */
export interface SpentCodeRow {
	dialogueId: string;
	codeHash: string;
}

/** What would have been stored of an answer to a draft; never counted. */
export interface RehearsalSheetRow {
	draftId: string;
	id: string;
	/** A RehearsedSheet as JSON. */
	sheet: string;
}

export interface AnswersTables {
	pending: PendingRow;
	pendingText: PendingTextRow;
	spent: SpentRow;
	epoch: EpochRow;
	entryCode: EntryCodeRow;
	spentCode: SpentCodeRow;
	rehearsalSheet: RehearsalSheetRow;
}
