import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { QuestionnaireDefinition } from '../question.ts';

/** One published version by its number. */
export interface StoredVersion {
	version: number;
	definition: QuestionnaireDefinition;
}

// Only definitions that passed checkDefinition are stored, and the database refuses to change them.
const parseDefinition = (text: string): QuestionnaireDefinition =>
	JSON.parse(text) as QuestionnaireDefinition;

/** Tells whether the place exists. */
export async function placeExists(db: Kysely<Database>, placeCode: string): Promise<boolean> {
	const row = await db.selectFrom('place').select('code').where('code', '=', placeCode).executeTakeFirst();
	return row !== undefined;
}

/** Adds a questionnaire without versions. */
export async function insertQuestionnaire(
	db: Kysely<Database>,
	{ id, placeCode, title, listed = true }: { id: string; placeCode: string; title: string; listed?: boolean }
): Promise<void> {
	await db
		.insertInto('questionnaire')
		.values({ id, placeCode, title, listed: listed ? 1 : 0 })
		.execute();
}

/**
 * Keeps others from publishing a version of the place's own questionnaire until the transaction ends.
 * @returns false when the place has no such questionnaire.
 */
export async function lockQuestionnaire(
	db: Kysely<Database>,
	{ id, placeCode }: { id: string; placeCode: string }
): Promise<boolean> {
	// Writing the row takes its lock on both engines; SQLite has no `for update`.
	const result = await db
		.updateTable('questionnaire')
		.set((row) => ({ title: row.ref('title') }))
		.where('id', '=', id)
		.where('placeCode', '=', placeCode)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) > 0;
}

/** Sets the title that lists of questionnaires show. */
export async function updateTitle(db: Kysely<Database>, id: string, title: string): Promise<void> {
	await db.updateTable('questionnaire').set({ title }).where('id', '=', id).execute();
}

/** Adds a version; there is no way to change it afterwards. */
export async function insertVersion(
	db: Kysely<Database>,
	questionnaireId: string,
	{ version, definition }: StoredVersion
): Promise<void> {
	await db
		.insertInto('questionnaireVersion')
		.values({ questionnaireId, version, definition: JSON.stringify(definition) })
		.execute();
}

/** All versions of a questionnaire, newest first. */
export async function selectVersions(
	db: Kysely<Database>,
	questionnaireId: string
): Promise<StoredVersion[]> {
	const rows = await db
		.selectFrom('questionnaireVersion')
		.select(['version', 'definition'])
		.where('questionnaireId', '=', questionnaireId)
		.orderBy('version', 'desc')
		.execute();
	return rows.map((row) => ({ version: row.version, definition: parseDefinition(row.definition) }));
}

/** One version's definition; undefined when there is none. */
export async function selectDefinition(
	db: Kysely<Database>,
	questionnaireId: string,
	version: number
): Promise<QuestionnaireDefinition | undefined> {
	const row = await db
		.selectFrom('questionnaireVersion')
		.select('definition')
		.where('questionnaireId', '=', questionnaireId)
		.where('version', '=', version)
		.executeTakeFirst();
	return row && parseDefinition(row.definition);
}

/** A published questionnaire as lists show it. */
export interface ListedQuestionnaire {
	questionnaireId: string;
	title: string;
	/** The newest. */
	version: number;
}

/** The questionnaires that a place has published and that lists show. */
export async function selectQuestionnaires(
	db: Kysely<Database>,
	placeCode: string
): Promise<ListedQuestionnaire[]> {
	const rows = await db
		.selectFrom('questionnaire')
		.innerJoin('questionnaireVersion', 'questionnaireVersion.questionnaireId', 'questionnaire.id')
		.select((of) => [
			'questionnaire.id',
			'questionnaire.title',
			of.fn.max('questionnaireVersion.version').as('version')
		])
		.where('questionnaire.placeCode', '=', placeCode)
		.where('questionnaire.listed', '=', 1)
		.groupBy(['questionnaire.id', 'questionnaire.title'])
		.execute();
	return rows.map(({ id, title, version }) => ({ questionnaireId: id, title, version: Number(version) }));
}

/** The place that owns a questionnaire; undefined when there is none. */
export async function selectOwner(
	db: Kysely<Database>,
	questionnaireId: string
): Promise<string | undefined> {
	const row = await db
		.selectFrom('questionnaire')
		.select('placeCode')
		.where('id', '=', questionnaireId)
		.executeTakeFirst();
	return row?.placeCode;
}
