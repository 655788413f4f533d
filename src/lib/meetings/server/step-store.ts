import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Step, StepContent } from '../step.ts';
import type { MeetingStepRow } from './tables.ts';

const columns = [
	'id',
	'meetingId',
	'position',
	'content',
	'state',
	'display',
	'pinnedSeq',
	'dialogueId',
	'stopsAt'
] as const satisfies (keyof MeetingStepRow)[];

const stepOf = (row: MeetingStepRow): Step => ({
	id: row.id,
	meetingId: row.meetingId,
	position: row.position,
	content: JSON.parse(row.content) as StepContent,
	state: row.state,
	display: row.display,
	pinnedSeq: row.pinnedSeq,
	dialogueId: row.dialogueId,
	stopsAt: row.stopsAt === null ? null : new Date(row.stopsAt)
});

const rowOf = (step: Step): MeetingStepRow => ({
	id: step.id,
	meetingId: step.meetingId,
	position: step.position,
	content: JSON.stringify(step.content),
	state: step.state,
	display: step.display,
	pinnedSeq: step.pinnedSeq,
	dialogueId: step.dialogueId,
	stopsAt: step.stopsAt?.getTime() ?? null
});

/** The steps of a meeting in their order. */
export async function selectSteps(db: Kysely<Database>, meetingId: string): Promise<Step[]> {
	const rows = await db
		.selectFrom('meetingStep')
		.select(columns)
		.where('meetingId', '=', meetingId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(stepOf);
}

export async function insertStep(trx: Transaction<Database>, step: Step): Promise<void> {
	await trx.insertInto('meetingStep').values(rowOf(step)).execute();
}

export async function updateStep(trx: Transaction<Database>, step: Step): Promise<void> {
	const { position, content, state, display, pinnedSeq, dialogueId, stopsAt } = rowOf(step);
	await trx
		.updateTable('meetingStep')
		.set({ position, content, state, display, pinnedSeq, dialogueId, stopsAt })
		.where('id', '=', step.id)
		.execute();
}

export async function deleteSteps(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await trx.deleteFrom('meetingStep').where('id', 'in', ids).execute();
}

/** The meetings with a step whose time has come, and live ones that were to end before a moment. */
export async function selectDueMeetings(
	db: Kysely<Database>,
	{ now, endedBefore }: { now: number; endedBefore: number }
): Promise<string[]> {
	const steps = await db
		.selectFrom('meetingStep')
		.select('meetingId as id')
		.distinct()
		.where('state', 'in', ['open', 'closing'])
		.where('stopsAt', '<=', now)
		.execute();
	const forgotten = await db
		.selectFrom('meeting')
		.select('id')
		.where('state', '=', 'live')
		.where('endsAt', '<=', endedBefore)
		.execute();
	return [...new Set([...steps, ...forgotten].map(({ id }) => id))];
}

/** Hands and dots of a meeting's steps. */
export const selectCounts = (db: Kysely<Database>, meetingId: string) =>
	db
		.selectFrom('meetingStepCount')
		.innerJoin('meetingStep', 'meetingStep.id', 'meetingStepCount.stepId')
		.select(['meetingStepCount.stepId', 'meetingStepCount.optionKey', 'meetingStepCount.count'])
		.where('meetingStep.meetingId', '=', meetingId)
		.execute();

export async function upsertCount(
	trx: Transaction<Database>,
	row: { stepId: string; optionKey: string; count: number; enteredBy: string }
): Promise<void> {
	const { stepId, optionKey, count, enteredBy } = row;
	await trx
		.insertInto('meetingStepCount')
		.values({ stepId, optionKey, count, enteredBy })
		.onConflict((conflict) => conflict.columns(['stepId', 'optionKey']).doUpdateSet({ count, enteredBy }))
		.execute();
}
