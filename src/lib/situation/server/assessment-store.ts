import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Ticked } from '../checklist.ts';
import { defaultCriteria, type Criterion, type Scores } from '../priority.ts';
import { defaultReview, type ReviewRule } from '../review.ts';
import type { StaffFeedbackRow, WheelEntryRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** How a place weighs its problems, and how often it looks its picture over. */
export interface SituationSettings {
	criteria: Criterion[];
	review: ReviewRule;
}

export async function selectSituationSettings(db: Db, placeCode: string): Promise<SituationSettings> {
	const row = await db
		.selectFrom('situationSettings')
		.select(['criteria', 'reviewMonths', 'reminderMonths'])
		.where('placeCode', '=', placeCode)
		.executeTakeFirst();
	if (!row) return { criteria: [...defaultCriteria], review: { ...defaultReview } };
	return {
		criteria: JSON.parse(row.criteria) as Criterion[],
		review: { months: row.reviewMonths, reminderMonths: row.reminderMonths }
	};
}

export async function upsertSituationSettings(
	trx: Trx,
	placeCode: string,
	{ criteria, review }: SituationSettings
): Promise<void> {
	const values = {
		criteria: JSON.stringify(criteria),
		reviewMonths: review.months,
		reminderMonths: review.reminderMonths
	};
	await trx
		.insertInto('situationSettings')
		.values({ placeCode, ...values })
		.onConflict((conflict) => conflict.column('placeCode').doUpdateSet(values))
		.execute();
}

export interface Assessment {
	problemId: string;
	personId: string;
	scores: Scores;
}

export async function selectAssessments(db: Db, problemIds: readonly string[]): Promise<Assessment[]> {
	if (problemIds.length === 0) return [];
	const rows = await db
		.selectFrom('priorityAssessment')
		.select(['problemId', 'personId', 'scores'])
		.where('problemId', 'in', problemIds)
		.orderBy('personId')
		.execute();
	return rows.map(({ problemId, personId, scores }) => ({
		...{ problemId, personId },
		scores: JSON.parse(scores) as Scores
	}));
}

export async function upsertAssessment(trx: Trx, { problemId, personId, scores }: Assessment): Promise<void> {
	const values = { scores: JSON.stringify(scores) };
	await trx
		.insertInto('priorityAssessment')
		.values({ problemId, personId, ...values })
		.onConflict((conflict) => conflict.columns(['problemId', 'personId']).doUpdateSet(values))
		.execute();
}

export async function selectTicked(db: Db, placeCode: string): Promise<Ticked> {
	const rows = await db
		.selectFrom('checklistItem')
		.select(['item', 'doneOn', 'note'])
		.where('placeCode', '=', placeCode)
		.execute();
	return Object.fromEntries(rows.map(({ item, doneOn, note }) => [item, { doneOn, note }]));
}

/** Writes all that is ticked in place of what was. */
export async function replaceTicked(trx: Trx, placeCode: string, ticked: Ticked): Promise<void> {
	await trx.deleteFrom('checklistItem').where('placeCode', '=', placeCode).execute();
	const rows = Object.entries(ticked).map(([item, { doneOn, note }]) => ({ placeCode, item, doneOn, note }));
	if (rows.length > 0) await trx.insertInto('checklistItem').values(rows).execute();
}

export const selectWheelEntries = (db: Db, placeCode: string): Promise<WheelEntryRow[]> =>
	db
		.selectFrom('wheelEntry')
		.select(['id', 'placeCode', 'month', 'text'])
		.where('placeCode', '=', placeCode)
		.orderBy('month')
		.orderBy('text')
		.execute();

export const insertWheelEntry = async (trx: Trx, row: WheelEntryRow): Promise<void> => {
	await trx.insertInto('wheelEntry').values(row).execute();
};

export const deleteWheelEntry = async (
	trx: Trx,
	{ id, placeCode }: Pick<WheelEntryRow, 'id' | 'placeCode'>
) => {
	await trx.deleteFrom('wheelEntry').where('id', '=', id).where('placeCode', '=', placeCode).execute();
};

export const selectFeedback = (db: Db, dialogueId: string): Promise<StaffFeedbackRow | undefined> =>
	db
		.selectFrom('staffFeedback')
		.select(['dialogueId', 'text', 'writtenOn'])
		.where('dialogueId', '=', dialogueId)
		.executeTakeFirst();

export async function upsertFeedback(
	trx: Trx,
	{ dialogueId, text, writtenOn }: StaffFeedbackRow
): Promise<void> {
	await trx
		.insertInto('staffFeedback')
		.values({ dialogueId, text, writtenOn })
		.onConflict((conflict) => conflict.column('dialogueId').doUpdateSet({ text, writtenOn }))
		.execute();
}
