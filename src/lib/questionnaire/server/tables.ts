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
}

export interface QuestionnaireTables {
	questionnaire: QuestionnaireRow;
	questionnaireVersion: QuestionnaireVersionRow;
}
