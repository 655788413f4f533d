import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { ReleasedTextRow, TextDecisionRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const portion = 200;

async function inPortions<T>(rows: T[], write: (rows: T[]) => Promise<unknown>): Promise<void> {
	for (let start = 0; start < rows.length; start += portion) await write(rows.slice(start, start + portion));
}

const unread = (db: Db) =>
	db
		.selectFrom('freeText')
		.leftJoin('textDecision', 'textDecision.textId', 'freeText.id')
		.where('textDecision.textId', 'is', null);

/** Ids of the texts that nobody has decided about. */
export async function selectUnreadIds(db: Db, dialogueId: string): Promise<string[]> {
	const rows = await unread(db)
		.select('freeText.id')
		.where('freeText.dialogueId', '=', dialogueId)
		.orderBy('freeText.id')
		.execute();
	return rows.map(({ id }) => id);
}

export async function countUnreadOf(db: Db, dialogueId: string): Promise<number> {
	const { count } = await unread(db)
		.select((of) => of.fn.countAll().as('count'))
		.where('freeText.dialogueId', '=', dialogueId)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** How many dialogues in these places have texts that nobody has decided about. */
export async function countUnreadDialogues(db: Db, placeCodes: readonly string[]): Promise<number> {
	if (placeCodes.length === 0) return 0;
	const { count } = await unread(db)
		.innerJoin('dialogue', 'dialogue.id', 'freeText.dialogueId')
		.select((of) => of.fn.count('freeText.dialogueId').distinct().as('count'))
		.where('dialogue.placeCode', 'in', placeCodes)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** Every dialogue with texts in these places, with how many texts it has, how many were decided about and are shown. */
export async function selectTextCounts(db: Db, placeCodes: readonly string[]) {
	if (placeCodes.length === 0) return [];
	const rows = await db
		.selectFrom('freeText')
		.innerJoin('dialogue', 'dialogue.id', 'freeText.dialogueId')
		.leftJoin('textDecision', 'textDecision.textId', 'freeText.id')
		.leftJoin('releasedText', 'releasedText.textId', 'freeText.id')
		.select((of) => [
			'freeText.dialogueId',
			of.fn.countAll().as('all'),
			of.fn.count('textDecision.textId').as('decided'),
			of.fn.count('releasedText.textId').as('released')
		])
		.where('dialogue.placeCode', 'in', placeCodes)
		.groupBy('freeText.dialogueId')
		.execute();
	return rows.map(({ dialogueId, all, decided, released }) => ({
		dialogueId,
		all: Number(all),
		decided: Number(decided),
		released: Number(released)
	}));
}

/** Tells whether a text belongs to a dialogue. */
export async function isTextOf(db: Db, dialogueId: string, textId: string): Promise<boolean> {
	const row = await db
		.selectFrom('freeText')
		.select('id')
		.where('id', '=', textId)
		.where('dialogueId', '=', dialogueId)
		.executeTakeFirst();
	return row !== undefined;
}

/** Decisions whose texts are not released: those that wait for it, or those that were rejected. */
export async function selectUnreleased(db: Db, dialogueId: string, which: 'waiting' | 'rejected') {
	return db
		.selectFrom('textDecision')
		.leftJoin('releasedText', 'releasedText.textId', 'textDecision.textId')
		.select(['textDecision.textId', 'textDecision.reason', 'textDecision.sealedMasks'])
		.where('textDecision.dialogueId', '=', dialogueId)
		.where('releasedText.textId', 'is', null)
		.where('textDecision.decision', which === 'rejected' ? '=' : '!=', 'rejected')
		.orderBy('textDecision.textId')
		.execute();
}

export async function upsertDecision(trx: Trx, row: TextDecisionRow): Promise<void> {
	const { decision, reason, sealedMasks } = row;
	await trx
		.insertInto('textDecision')
		.values(row)
		.onConflict((conflict) => conflict.column('textId').doUpdateSet({ decision, reason, sealedMasks }))
		.execute();
}

export async function deleteDecision(trx: Trx, textId: string): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('textDecision')
		.where('textId', '=', textId)
		.executeTakeFirstOrThrow();
	return numDeletedRows > 0n;
}

/** Inserts texts in the order of their random ids. */
export const insertReleased = (trx: Trx, rows: ReleasedTextRow[]): Promise<void> =>
	inPortions(
		[...rows].sort((a, b) => (a.textId < b.textId ? -1 : 1)),
		(part) => trx.insertInto('releasedText').values(part).execute()
	);

export const selectReleasedText = (db: Db, textId: string) =>
	db
		.selectFrom('releasedText')
		.select(['textId', 'dialogueId', 'hidden'])
		.where('textId', '=', textId)
		.executeTakeFirst();

export const deleteReleased = (trx: Trx, textId: string) =>
	trx.deleteFrom('releasedText').where('textId', '=', textId).execute();

/** The released texts of a dialogue itself in the order of their random ids, also those that are taken down. */
export const selectReleased = (db: Db, dialogueId: string) =>
	db
		.selectFrom('releasedText')
		.select(['textId', 'questionKey', 'text', 'hidden'])
		.where('dialogueId', '=', dialogueId)
		.orderBy('textId')
		.execute();

/** A dialogue and the parts of meetings whose answers are its too. */
const withParts = (db: Db, dialogueId: string) =>
	db
		.selectFrom('dialogue')
		.select('id')
		.where((of) => of.or([of('id', '=', dialogueId), of('joins', '=', dialogueId)]));

/** What everybody may read of a dialogue and of the parts that join it, in the order of the random ids. */
export const selectShown = (db: Db, dialogueId: string, questionKey?: string) =>
	db
		.selectFrom('releasedText')
		.select(['textId', 'questionKey', 'text'])
		.where('dialogueId', 'in', withParts(db, dialogueId))
		.$if(questionKey !== undefined, (query) => query.where('questionKey', '=', questionKey!))
		.where('hidden', '=', 0)
		.orderBy('textId')
		.execute();

/** Takes texts down or puts them back. @returns how many changed */
export async function updateHidden(
	trx: Trx,
	{ dialogueId, ids }: { dialogueId: string; ids: readonly string[] | 'all' },
	hidden: boolean
): Promise<number> {
	const { numUpdatedRows } = await trx
		.updateTable('releasedText')
		.set({ hidden: Number(hidden) })
		.where('dialogueId', '=', dialogueId)
		.where('hidden', '=', Number(!hidden))
		.$if(ids !== 'all', (query) => query.where('textId', 'in', [...(ids as readonly string[])]))
		.executeTakeFirstOrThrow();
	return Number(numUpdatedRows);
}

/** How often what is shown of a dialogue and of the parts that join it has changed. */
export async function selectRevision(db: Db, dialogueId: string): Promise<number> {
	const { revision } = await db
		.selectFrom('textRevision')
		.select((of) => of.fn.sum('revision').as('revision'))
		.where('dialogueId', 'in', withParts(db, dialogueId))
		.executeTakeFirstOrThrow();
	return Number(revision ?? 0);
}

/** Lets everybody who looks at the texts of a dialogue see that they changed. */
export const raiseRevision = (trx: Trx, dialogueId: string) =>
	trx
		.insertInto('textRevision')
		.values({ dialogueId, revision: 1 })
		.onConflict((conflict) =>
			conflict.column('dialogueId').doUpdateSet((of) => ({ revision: of('textRevision.revision', '+', 1) }))
		)
		.execute();
