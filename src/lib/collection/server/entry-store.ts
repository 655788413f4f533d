import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { NoteEntry, TallyEntry } from '../field-entry.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Counts a talk once, whatever often its key comes. */
export async function insertTally(trx: Trx, collectionId: string, tally: TallyEntry): Promise<void> {
	const { key, theme, tone, spot } = tally;
	await trx
		.insertInto('fieldTally')
		.values({ collectionId, key, theme, tone, spot, withdrawn: 0 })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Keeps a note once, whatever often its key comes. */
export async function insertNote(trx: Trx, collectionId: string, note: NoteEntry): Promise<void> {
	const { key, slot, spot, themes, tone, paraphrase, groupSize, ageBand } = note;
	await trx
		.insertInto('fieldNote')
		.values({
			...{ collectionId, key, slot, spot, themes: JSON.stringify(themes), tone },
			...{ paraphrase, groupSize, ageBand, withdrawn: 0 }
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Takes a talk back, also one that has not come yet. */
export async function withdrawTally(trx: Trx, collectionId: string, key: string): Promise<void> {
	await trx
		.insertInto('fieldTally')
		.values({ collectionId, key, theme: '', tone: '', spot: '', withdrawn: 1 })
		.onConflict((conflict) => conflict.columns(['collectionId', 'key']).doUpdateSet({ withdrawn: 1 }))
		.execute();
}

const emptied = { slot: '', themes: '[]', paraphrase: '', groupSize: '', ageBand: '', withdrawn: 1 } as const;

/** Takes a note back, also one that has not come yet; its words go. */
export async function withdrawNote(trx: Trx, collectionId: string, key: string): Promise<void> {
	await trx
		.insertInto('fieldNote')
		.values({ collectionId, key, spot: '', tone: '', ...emptied })
		.onConflict((conflict) => conflict.columns(['collectionId', 'key']).doUpdateSet(emptied))
		.execute();
}

/** How many talks of these collections had the same theme, tone and spot. */
export const countTallies = (db: Db, collectionIds: readonly string[]) =>
	db
		.selectFrom('fieldTally')
		.select(['theme', 'tone', 'spot'])
		.select((row) => row.fn.countAll<number>().as('count'))
		.where('collectionId', 'in', collectionIds)
		.where('withdrawn', '=', 0)
		.groupBy(['theme', 'tone', 'spot'])
		.execute();

/** One talk of a theme, tone and spot; they are all alike. */
export const selectTallyKey = (
	db: Db,
	collectionId: string,
	{ theme, tone, spot }: Pick<TallyEntry, 'theme' | 'tone' | 'spot'>
) =>
	db
		.selectFrom('fieldTally')
		.select('key')
		.where('collectionId', '=', collectionId)
		.where('theme', '=', theme)
		.where('tone', '=', tone)
		.where('spot', '=', spot)
		.where('withdrawn', '=', 0)
		.limit(1)
		.executeTakeFirst();

/** The notes of these collections, in the order of their random keys. */
export const selectNotes = (db: Db, collectionIds: readonly string[]) =>
	db
		.selectFrom('fieldNote')
		.select(['collectionId', 'key', 'slot', 'spot', 'themes', 'tone', 'paraphrase', 'groupSize', 'ageBand'])
		.where('collectionId', 'in', collectionIds)
		.where('withdrawn', '=', 0)
		.orderBy('key')
		.execute();
