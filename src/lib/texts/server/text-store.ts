import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { TextDecisionRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

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
