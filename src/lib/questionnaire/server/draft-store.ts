import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Draft, DraftContent } from '../draft.ts';
import type { DraftEditorRow, QuestionnaireDraftRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Drafts with the name of who changed them last. */
const selectNamed = (db: Db) =>
	db
		.selectFrom('questionnaireDraft')
		.leftJoin('person', 'person.id', 'questionnaireDraft.changedBy')
		.select((of) => [
			'questionnaireDraft.id',
			'questionnaireDraft.placeCode',
			'questionnaireDraft.questionnaireId',
			'questionnaireDraft.changedAt',
			of.fn.coalesce('person.name', 'questionnaireDraft.changedBy').as('changedBy')
		]);

/** One draft; undefined when there is none. */
export async function selectDraft(db: Db, id: string): Promise<Draft | undefined> {
	const row = await selectNamed(db)
		.select(['questionnaireDraft.revision', 'questionnaireDraft.content'])
		.where('questionnaireDraft.id', '=', id)
		.executeTakeFirst();
	return (
		row && {
			id: row.id,
			placeCode: row.placeCode,
			questionnaireId: row.questionnaireId,
			revision: row.revision,
			// Only what passed parseContent is stored.
			content: JSON.parse(row.content) as DraftContent,
			changedAt: new Date(row.changedAt),
			changedBy: row.changedBy
		}
	);
}

/** The place that a draft is written in; undefined when there is none. */
export async function selectPlaceOfDraft(db: Db, id: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('questionnaireDraft')
		.select('placeCode')
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.placeCode;
}

/** Keeps others from changing, publishing or deleting a draft until the transaction ends. */
export const lockDraft = (trx: Trx, id: string): Promise<void> => lock(trx, `draft ${id}`, 'exclusive');

/** A draft as lists show it. */
export interface ListedDraft extends Pick<
	Draft,
	'id' | 'placeCode' | 'questionnaireId' | 'changedAt' | 'changedBy'
> {
	/** May be empty. */
	title: string;
}

/** The drafts of a place, changed last first. */
export async function selectDrafts(db: Db, placeCode: string): Promise<ListedDraft[]> {
	const rows = await selectNamed(db)
		.select('questionnaireDraft.title')
		.where('questionnaireDraft.placeCode', '=', placeCode)
		.orderBy('questionnaireDraft.changedAt', 'desc')
		.orderBy('questionnaireDraft.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		placeCode: row.placeCode,
		questionnaireId: row.questionnaireId,
		title: row.title,
		changedAt: new Date(row.changedAt),
		changedBy: row.changedBy
	}));
}

export async function insertDraft(trx: Trx, row: QuestionnaireDraftRow): Promise<void> {
	await trx.insertInto('questionnaireDraft').values(row).execute();
}

export async function updateDraft(
	trx: Trx,
	id: string,
	change: Pick<QuestionnaireDraftRow, 'title' | 'revision' | 'content' | 'changedAt' | 'changedBy'>
): Promise<void> {
	await trx.updateTable('questionnaireDraft').set(change).where('id', '=', id).execute();
}

/** @returns whether there was one. */
export async function deleteDraftRow(trx: Trx, id: string): Promise<boolean> {
	await trx.deleteFrom('draftEditor').where('draftId', '=', id).execute();
	const { numDeletedRows } = await trx
		.deleteFrom('questionnaireDraft')
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** When the log last said that somebody changed the draft; null when it has not. */
export async function selectLoggedAt(
	db: Db,
	{ draftId, personId }: Pick<DraftEditorRow, 'draftId' | 'personId'>
): Promise<number | null> {
	const row = await db
		.selectFrom('draftEditor')
		.select('loggedAt')
		.where('draftId', '=', draftId)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return row?.loggedAt ?? null;
}

/** Notes that somebody is in the draft now; what the log has said stays when `loggedAt` is left out. */
export async function upsertEditor(
	db: Db,
	{ loggedAt, ...row }: Omit<DraftEditorRow, 'loggedAt'> & { loggedAt?: number }
): Promise<void> {
	await db
		.insertInto('draftEditor')
		.values({ ...row, loggedAt: loggedAt ?? null })
		.onConflict((conflict) =>
			conflict
				.columns(['draftId', 'personId'])
				.doUpdateSet({ seenAt: row.seenAt, ...(loggedAt !== undefined && { loggedAt }) })
		)
		.execute();
}

/** Forgets everybody who was last seen before a moment, in every draft. */
export async function deleteEditorsBefore(db: Db, seenAt: number): Promise<void> {
	await db.deleteFrom('draftEditor').where('seenAt', '<', seenAt).execute();
}

/** People who were in the draft since a moment, by name. */
export const selectEditors = (
	db: Db,
	{ draftId, since }: { draftId: string; since: number }
): Promise<{ personId: string; name: string }[]> =>
	db
		.selectFrom('draftEditor')
		.innerJoin('person', 'person.id', 'draftEditor.personId')
		.select(['draftEditor.personId', 'person.name'])
		.where('draftEditor.draftId', '=', draftId)
		.where('draftEditor.seenAt', '>=', since)
		.orderBy('person.name')
		.orderBy('draftEditor.personId')
		.execute();
