import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { Histogram } from '../histogram.ts';
import type { SealedBlock } from '../ledger.ts';
import type { Answers } from '../../questionnaire/question.ts';
import type { Curtain } from './curtain.ts';
import type { BlockRow, FreeTextRow, SheetRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const portion = 200;

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function inPortions<T>(rows: T[], write: (rows: T[]) => Promise<unknown>): Promise<void> {
	for (let start = 0; start < rows.length; start += portion) await write(rows.slice(start, start + portion));
}

export interface BlockContents {
	block: BlockRow;
	sheets: SheetRow[];
	histograms: Record<string, Histogram>;
}

/** Inserts blocks with their sheets, everything in the order of random keys. */
export async function insertBlocks(trx: Trx, contents: BlockContents[], curtain: Curtain): Promise<void> {
	const blocks = contents.map(({ block }) => block).sort(byId);
	const sheets = contents
		.flatMap((one) => one.sheets)
		.sort((a, b) => (a.blockId === b.blockId ? byId(a, b) : a.blockId < b.blockId ? -1 : 1));
	const histograms = contents.flatMap(({ block, histograms: ofBlock }) =>
		Object.entries(ofBlock).map(([questionKey, histogram]) => ({
			blockId: block.id,
			questionKey,
			histogram: curtain.hide(histogram)
		}))
	);
	await inPortions(blocks, (rows) => trx.insertInto('block').values(rows).execute());
	await inPortions(sheets, (rows) => trx.insertInto('sheet').values(rows).execute());
	await inPortions(histograms, (rows) => trx.insertInto('blockHistogram').values(rows).execute());
}

export const insertFreeTexts = (trx: Trx, texts: FreeTextRow[]) =>
	inPortions([...texts].sort(byId), (rows) => trx.insertInto('freeText').values(rows).execute());

/** Sealed texts of a dialogue by their ids, as they were written; in no order. */
export async function selectFreeTexts(db: Db, { dialogueId, curtain }: Hidden, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('freeText')
		.select(['id', 'questionKey', 'text'])
		.where('dialogueId', '=', dialogueId)
		.where('id', 'in', ids)
		.execute();
	return rows.map(({ id, questionKey, text }) => ({ id, questionKey, text: curtain.show<string>(text) }));
}

/** Deletes the blocks of a dialogue with their sheets and histograms. */
export async function deleteBlocks(trx: Trx, dialogueId: string): Promise<void> {
	const own = trx.selectFrom('block').select('id').where('dialogueId', '=', dialogueId);
	await trx.deleteFrom('sheet').where('blockId', 'in', own).execute();
	await trx.deleteFrom('blockHistogram').where('blockId', 'in', own).execute();
	await trx.deleteFrom('block').where('dialogueId', '=', dialogueId).execute();
}

export const deleteFreeTexts = (trx: Trx, dialogueId: string) =>
	trx.deleteFrom('freeText').where('dialogueId', '=', dialogueId).execute();

interface Hidden {
	dialogueId: string;
	curtain: Curtain;
}

/** The blocks of a dialogue with their histograms of some questions; blocks without any are left out. */
export async function selectSealedBlocks(
	db: Db,
	{ dialogueId, curtain }: Hidden,
	questionKeys: readonly string[]
): Promise<SealedBlock[]> {
	if (questionKeys.length === 0) return [];
	const rows = await db
		.selectFrom('block')
		.innerJoin('blockHistogram', 'blockHistogram.blockId', 'block.id')
		.select([
			'block.id',
			'block.label',
			'block.size',
			'block.counted',
			'blockHistogram.questionKey',
			'blockHistogram.histogram'
		])
		.where('block.dialogueId', '=', dialogueId)
		.where('blockHistogram.questionKey', 'in', questionKeys)
		.execute();
	const blocks = new Map<string, SealedBlock>();
	for (const { id, label, size, counted, questionKey, histogram } of rows) {
		const block = blocks.get(id) ?? {
			label,
			size,
			histograms: {},
			...(counted ? {} : { tooSmall: true as const })
		};
		block.histograms[questionKey] = curtain.show<Histogram>(histogram);
		blocks.set(id, block);
	}
	return [...blocks.values()];
}

/** The answers of every sheet of a dialogue with its block, for the recount. */
export async function selectSheets(db: Db, { dialogueId, curtain }: Hidden) {
	const rows = await db
		.selectFrom('block')
		.innerJoin('sheet', 'sheet.blockId', 'block.id')
		.select(['block.id as blockId', 'block.size', 'block.counted', 'sheet.answers'])
		.where('block.dialogueId', '=', dialogueId)
		.execute();
	return rows.map(({ blockId, size, counted, answers }) => ({
		blockId,
		size,
		counted,
		answers: curtain.show<Answers>(answers)
	}));
}
