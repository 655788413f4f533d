import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Cause, FocusArea } from '../evidence.ts';
import type { SituationProblem } from '../problem.ts';
import type { CauseRow, FocusAreaRow, SituationProblemRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

// Only what passed the schemas of choice-input is stored.
const list = (text: string): string[] => JSON.parse(text) as string[];

const problemOf = (row: Omit<SituationProblemRow, 'position'>): SituationProblem => ({
	id: row.id,
	placeCode: row.placeCode,
	name: row.name,
	note: row.note,
	evidenceIds: list(row.evidenceIds),
	overrules: JSON.parse(row.overrules) as SituationProblem['overrules'],
	ended: row.ended === 1
});

const selectProblemRows = (db: Db) =>
	db
		.selectFrom('situationProblem')
		.select(['id', 'placeCode', 'name', 'note', 'evidenceIds', 'overrules', 'ended']);

export async function selectProblems(db: Db, placeCode: string): Promise<SituationProblem[]> {
	const rows = await selectProblemRows(db)
		.where('placeCode', '=', placeCode)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(problemOf);
}

export async function selectProblem(db: Db, id: string): Promise<SituationProblem | undefined> {
	const row = await selectProblemRows(db).where('id', '=', id).executeTakeFirst();
	return row && problemOf(row);
}

/** Writes a problem; a new one comes last. */
export async function upsertProblem(trx: Trx, problem: SituationProblem): Promise<void> {
	const values = {
		name: problem.name,
		note: problem.note,
		evidenceIds: JSON.stringify(problem.evidenceIds),
		overrules: JSON.stringify(problem.overrules),
		ended: problem.ended ? (1 as const) : (0 as const)
	};
	const { id, placeCode } = problem;
	const { last } = await trx
		.selectFrom('situationProblem')
		.select((of) => of.fn.max('position').as('last'))
		.where('placeCode', '=', placeCode)
		.executeTakeFirstOrThrow();
	await trx
		.insertInto('situationProblem')
		.values({ id, placeCode, position: Number(last ?? 0) + 1, ...values })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(values))
		.execute();
}

const causeOf = (row: Omit<CauseRow, 'position'>): Cause => ({
	id: row.id,
	placeCode: row.placeCode,
	bone: row.bone,
	text: row.text,
	parentId: row.parentId,
	problemId: row.problemId,
	evidenceIds: list(row.evidenceIds)
});

const selectCauseRows = (db: Db) =>
	db.selectFrom('cause').select(['id', 'placeCode', 'bone', 'text', 'parentId', 'problemId', 'evidenceIds']);

export async function selectCauses(db: Db, placeCode: string): Promise<Cause[]> {
	const rows = await selectCauseRows(db)
		.where('placeCode', '=', placeCode)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(causeOf);
}

export async function selectCause(db: Db, id: string): Promise<Cause | undefined> {
	const row = await selectCauseRows(db).where('id', '=', id).executeTakeFirst();
	return row && causeOf(row);
}

/** Writes a cause; a new one comes last. */
export async function upsertCause(trx: Trx, cause: Cause): Promise<void> {
	const { id, placeCode, problemId, bone, text, parentId } = cause;
	const evidenceIds = JSON.stringify(cause.evidenceIds);
	const { last } = await trx
		.selectFrom('cause')
		.select((of) => of.fn.max('position').as('last'))
		.where('problemId', '=', problemId)
		.executeTakeFirstOrThrow();
	await trx
		.insertInto('cause')
		.values({ id, placeCode, problemId, bone, text, parentId, evidenceIds, position: Number(last ?? 0) + 1 })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ bone, text, parentId, evidenceIds }))
		.execute();
}

export async function deleteCauseRow(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom('cause').where('id', '=', id).execute();
}

const focusOf = (row: FocusAreaRow): FocusArea => ({
	id: row.id,
	placeCode: row.placeCode,
	name: row.name,
	why: row.why,
	remit: row.remit,
	validFrom: row.validFrom,
	validTo: row.validTo,
	evidenceIds: list(row.evidenceIds),
	causeIds: list(row.causeIds),
	ended: row.ended === 1
});

const selectFocusRows = (db: Db) =>
	db
		.selectFrom('focusArea')
		.select([
			'id',
			'placeCode',
			'name',
			'why',
			'remit',
			'validFrom',
			'validTo',
			'evidenceIds',
			'causeIds',
			'ended'
		]);

export async function selectFocusAreas(db: Db, placeCode: string): Promise<FocusArea[]> {
	const rows = await selectFocusRows(db)
		.where('placeCode', '=', placeCode)
		.orderBy('validFrom', 'desc')
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(focusOf);
}

export async function selectFocusArea(db: Db, id: string): Promise<FocusArea | undefined> {
	const row = await selectFocusRows(db).where('id', '=', id).executeTakeFirst();
	return row && focusOf(row);
}

export async function upsertFocusArea(trx: Trx, focus: FocusArea): Promise<void> {
	const values = {
		name: focus.name,
		why: focus.why,
		remit: focus.remit,
		validFrom: focus.validFrom,
		validTo: focus.validTo,
		evidenceIds: JSON.stringify(focus.evidenceIds),
		causeIds: JSON.stringify(focus.causeIds),
		ended: focus.ended ? (1 as const) : (0 as const)
	};
	await trx
		.insertInto('focusArea')
		.values({ id: focus.id, placeCode: focus.placeCode, ...values })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(values))
		.execute();
}
