import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import {
	sectionKeys,
	type Block,
	type Picture,
	type Section,
	type Signature,
	type Snapshot
} from '../picture.ts';
import type { PictureRow, PictureSignatureRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const columns = [
	'id',
	'placeCode',
	'number',
	'state',
	'title',
	'periodFrom',
	'periodTo',
	'dialogueCodes',
	'problemIds',
	'frozenOn',
	'publishedOn'
] as const satisfies (keyof PictureRow)[];

const pictureOf = (row: Omit<PictureRow, 'snapshot'>): Picture => ({
	id: row.id,
	placeCode: row.placeCode,
	number: row.number,
	state: row.state,
	title: row.title,
	from: row.periodFrom,
	to: row.periodTo,
	dialogueCodes: JSON.parse(row.dialogueCodes) as string[],
	problemIds: JSON.parse(row.problemIds) as string[],
	frozenOn: row.frozenOn,
	publishedOn: row.publishedOn
});

const select = (db: Db) => db.selectFrom('picture').select(columns);

export async function selectPicture(db: Db, id: string): Promise<Picture | undefined> {
	const row = await select(db).where('id', '=', id).executeTakeFirst();
	return row && pictureOf(row);
}

/** Drafts first, then by number, the latest first. */
export async function selectPictures(db: Db, placeCode: string): Promise<Picture[]> {
	const rows = await select(db).where('placeCode', '=', placeCode).orderBy('periodTo', 'desc').execute();
	const order = (picture: Picture) => picture.number ?? Number.MAX_SAFE_INTEGER;
	return rows.map(pictureOf).sort((a, b) => order(b) - order(a));
}

/** Frozen and published pictures of places, the latest version first. */
export async function selectPicturesIn(db: Db, placeCodes: readonly string[]): Promise<Picture[]> {
	if (placeCodes.length === 0) return [];
	const rows = await select(db)
		.where('placeCode', 'in', placeCodes)
		.where('state', 'in', ['frozen', 'published'])
		.orderBy('number', 'desc')
		.execute();
	return rows.map(pictureOf);
}

/** What a frozen version shows; undefined for a draft. */
export async function selectSnapshot(db: Db, id: string): Promise<Snapshot | undefined> {
	const row = await db.selectFrom('picture').select('snapshot').where('id', '=', id).executeTakeFirst();
	return row?.snapshot ? (JSON.parse(row.snapshot) as Snapshot) : undefined;
}

export async function insertPicture(trx: Trx, picture: Picture, sections: readonly Section[]): Promise<void> {
	const { from, to, dialogueCodes, problemIds, ...rest } = picture;
	await trx
		.insertInto('picture')
		.values({
			...rest,
			...{ periodFrom: from, periodTo: to, snapshot: null },
			dialogueCodes: JSON.stringify(dialogueCodes),
			problemIds: JSON.stringify(problemIds)
		})
		.execute();
	for (const { key, revision, blocks } of sections)
		await trx
			.insertInto('pictureSection')
			.values({ pictureId: picture.id, section: key, revision, blocks: JSON.stringify(blocks) })
			.execute();
}

export async function updatePicture(
	trx: Trx,
	{ id, title, from, to, dialogueCodes, problemIds }: Picture
): Promise<void> {
	await trx
		.updateTable('picture')
		.set({
			...{ title, periodFrom: from, periodTo: to },
			dialogueCodes: JSON.stringify(dialogueCodes),
			problemIds: JSON.stringify(problemIds)
		})
		.where('id', '=', id)
		.execute();
}

/** The sections in their order; those that nobody has written are empty. */
export async function selectSections(db: Db, pictureId: string): Promise<Section[]> {
	const rows = await db
		.selectFrom('pictureSection')
		.select(['section', 'revision', 'blocks'])
		.where('pictureId', '=', pictureId)
		.execute();
	return sectionKeys.map((key) => {
		const row = rows.find(({ section }) => section === key);
		return { key, revision: row?.revision ?? 0, blocks: row ? (JSON.parse(row.blocks) as Block[]) : [] };
	});
}

/** Writes a section if it is still as `section.revision` says; false when somebody else was first. */
export async function updateSection(trx: Trx, pictureId: string, section: Section): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('pictureSection')
		.set({ revision: section.revision + 1, blocks: JSON.stringify(section.blocks) })
		.where('pictureId', '=', pictureId)
		.where('section', '=', section.key)
		.where('revision', '=', section.revision)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}

/** The number that the place's next frozen version gets. */
export async function selectNextNumber(db: Db, placeCode: string): Promise<number> {
	const { last } = await db
		.selectFrom('picture')
		.select((of) => of.fn.max('number').as('last'))
		.where('placeCode', '=', placeCode)
		.executeTakeFirstOrThrow();
	return Number(last ?? 0) + 1;
}

export async function updateFrozen(
	trx: Trx,
	id: string,
	{ number, snapshot, frozenOn }: { number: number; snapshot: Snapshot; frozenOn: string }
): Promise<void> {
	await trx
		.updateTable('picture')
		.set({ state: 'frozen', number, frozenOn, snapshot: JSON.stringify(snapshot) })
		.where('id', '=', id)
		.where('state', '=', 'draft')
		.execute();
}

export async function updateState(
	trx: Trx,
	id: string,
	move: Pick<PictureRow, 'state' | 'publishedOn'>
): Promise<void> {
	await trx.updateTable('picture').set(move).where('id', '=', id).execute();
}

export const insertSignature = async (trx: Trx, row: PictureSignatureRow): Promise<void> => {
	await trx.insertInto('pictureSignature').values(row).execute();
};

/** Who has signed, the police first. */
export const selectSignatures = (db: Db, pictureId: string): Promise<(Signature & { personId: string })[]> =>
	db
		.selectFrom('pictureSignature')
		.select(['side', 'title', 'signedOn', 'personId'])
		.where('pictureId', '=', pictureId)
		.orderBy('side', 'desc')
		.execute();
