import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { AnswerOption, Evidence } from '../evidence.ts';
import type { EvidenceFileRow, EvidenceRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const columns = [
	'id',
	'placeCode',
	'kind',
	'statement',
	'figure',
	'n',
	'day',
	'selection',
	'source',
	'href',
	'seq',
	'frozen',
	'dialogueCode',
	'questionKey',
	'optionKey',
	'takenOn',
	'withdrawn'
] as const satisfies (keyof EvidenceRow)[];

function evidenceOf(row: EvidenceRow): Evidence {
	const { dialogueCode, questionKey, optionKey } = row;
	return {
		id: row.id,
		placeCode: row.placeCode,
		kind: row.kind,
		statement: row.statement,
		figure: row.figure,
		n: row.n,
		day: row.day,
		selection: row.selection,
		source: row.source,
		href: row.href,
		seq: row.seq,
		frozen: JSON.parse(row.frozen) as Evidence['frozen'],
		withdrawn: row.withdrawn === 1,
		about: dialogueCode !== null && questionKey !== null ? { dialogueCode, questionKey, optionKey } : null,
		takenOn: row.takenOn
	};
}

const select = (db: Db) => db.selectFrom('evidence').select(columns);

export async function insertEvidence(trx: Trx, evidence: Evidence): Promise<void> {
	const { frozen, about, withdrawn, ...rest } = evidence;
	await trx
		.insertInto('evidence')
		.values({
			...rest,
			frozen: JSON.stringify(frozen),
			dialogueCode: about?.dialogueCode ?? null,
			questionKey: about?.questionKey ?? null,
			optionKey: about?.optionKey ?? null,
			withdrawn: withdrawn ? 1 : 0
		})
		.execute();
}

export async function selectEvidence(db: Db, id: string): Promise<Evidence | undefined> {
	const row = await select(db).where('id', '=', id).executeTakeFirst();
	return row && evidenceOf(row);
}

/** Those of the ids that there are, in their order. */
export async function selectEvidenceByIds(db: Db, ids: readonly string[]): Promise<Evidence[]> {
	if (ids.length === 0) return [];
	const rows = await select(db).where('id', 'in', ids).execute();
	const found = new Map(rows.map((row) => [row.id, evidenceOf(row)]));
	return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

/** Taken last first. */
export async function selectEvidenceOfPlace(db: Db, placeCode: string): Promise<Evidence[]> {
	const rows = await select(db)
		.where('placeCode', '=', placeCode)
		.orderBy('takenOn', 'desc')
		.orderBy('kind')
		.orderBy('statement')
		.orderBy('id')
		.execute();
	return rows.map(evidenceOf);
}

/** What shows an answer; without an option everything about the question. */
export async function selectEvidenceOfAnswer(db: Db, about: AnswerOption): Promise<Evidence[]> {
	const { dialogueCode, questionKey, optionKey } = about;
	const rows = await select(db)
		.where('dialogueCode', '=', dialogueCode)
		.where('questionKey', '=', questionKey)
		.$if(optionKey !== null, (query) => query.where('optionKey', '=', optionKey))
		.orderBy('takenOn')
		.orderBy('id')
		.execute();
	return rows.map(evidenceOf);
}

export async function updateWithdrawn(trx: Trx, id: string, withdrawn: boolean): Promise<void> {
	await trx
		.updateTable('evidence')
		.set({ withdrawn: withdrawn ? 1 : 0 })
		.where('id', '=', id)
		.execute();
}

export async function insertFile(trx: Trx, row: EvidenceFileRow): Promise<void> {
	await trx.insertInto('evidenceFile').values(row).execute();
}

export const selectFile = (db: Db, evidenceId: string) =>
	db
		.selectFrom('evidenceFile')
		.select(['evidenceId', 'mediaType', 'name', 'content'])
		.where('evidenceId', '=', evidenceId)
		.executeTakeFirst();

export async function insertPublicEvidence(trx: Trx, ids: readonly string[], since: string): Promise<void> {
	if (ids.length === 0) return;
	await trx
		.insertInto('publicEvidence')
		.values(ids.map((evidenceId) => ({ evidenceId, since })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Those of the ids that something published rests on. */
export async function selectPublicIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.selectFrom('publicEvidence')
		.select('evidenceId')
		.where('evidenceId', 'in', ids)
		.execute();
	return new Set(rows.map(({ evidenceId }) => evidenceId));
}
