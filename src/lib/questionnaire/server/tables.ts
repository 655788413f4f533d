/** Published versions; a trigger refuses every change. */
export interface QuestionnaireVersionRow {
	questionnaireId: string;
	version: number;
	/** QuestionnaireDefinition as JSON. */
	definition: string;
}

export interface QuestionnaireRow {
	id: string;
	/** The municipality or police area that owns it. */
	placeCode: string;
	title: string;
	/** 0 for one that only a part of a meeting asks. */
	listed: number;
}

export interface QuestionnaireDraftRow {
	id: string;
	placeCode: string;
	questionnaireId: string | null;
	/** As lists show it: in Swedish, else in the language it is translated from. */
	title: string;
	revision: number;
	/** DraftContent as JSON. */
	content: string;
	/** Milliseconds since 1970, UTC. */
	changedAt: number;
	/** A person's id, or `system`. */
	changedBy: string;
}

/** Who has a draft open, or had it within the last half hour. */
export interface DraftEditorRow {
	draftId: string;
	/** A person's id, or `system`. */
	personId: string;
	/** Milliseconds since 1970, UTC. */
	seenAt: number;
	/** When the log last said that the person changed the draft; null when it has not. */
	loggedAt: number | null;
}

export interface QuestionnaireTables {
	questionnaire: QuestionnaireRow;
	questionnaireVersion: QuestionnaireVersionRow;
	questionnaireDraft: QuestionnaireDraftRow;
	draftEditor: DraftEditorRow;
}
