import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { ReleasedTextRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const portion = 200;

async function inPortions<T>(rows: T[], write: (rows: T[]) => Promise<unknown>): Promise<void> {
	for (let start = 0; start < rows.length; start += portion) await write(rows.slice(start, start + portion));
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
