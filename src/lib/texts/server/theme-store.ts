import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { TextThemeRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export const selectThemes = (db: Db, dialogueId: string) =>
	db
		.selectFrom('textTheme')
		.select(['id', 'name'])
		.where('dialogueId', '=', dialogueId)
		.orderBy('name')
		.orderBy('id')
		.execute();

/** How many released texts that are not taken down each theme has; themes without any are left out. */
export async function selectThemeCounts(db: Db, dialogueId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('textTheming')
		.innerJoin('textTheme', 'textTheme.id', 'textTheming.themeId')
		.innerJoin('releasedText', 'releasedText.textId', 'textTheming.textId')
		.select((of) => ['textTheme.id', of.fn.countAll().as('count')])
		.where('textTheme.dialogueId', '=', dialogueId)
		.where('releasedText.hidden', '=', 0)
		.groupBy('textTheme.id')
		.execute();
	return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** The themes of each text of a dialogue. */
export async function selectThemings(db: Db, dialogueId: string): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('textTheming')
		.innerJoin('textTheme', 'textTheme.id', 'textTheming.themeId')
		.select(['textTheming.textId', 'textTheming.themeId'])
		.where('textTheme.dialogueId', '=', dialogueId)
		.execute();
	const ofTexts = new Map<string, string[]>();
	for (const { textId, themeId } of rows) ofTexts.set(textId, [...(ofTexts.get(textId) ?? []), themeId]);
	return ofTexts;
}

/** Writes a theme, new or with a new name; false when another has the name. */
export async function upsertTheme(trx: Trx, row: TextThemeRow): Promise<boolean> {
	const namesake = await trx
		.selectFrom('textTheme')
		.select('id')
		.where('dialogueId', '=', row.dialogueId)
		.where('name', '=', row.name)
		.where('id', '!=', row.id)
		.executeTakeFirst();
	if (namesake) return false;
	await trx
		.insertInto('textTheme')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ name: row.name }))
		.execute();
	return true;
}

export async function deleteTheme(trx: Trx, row: Pick<TextThemeRow, 'id' | 'dialogueId'>): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('textTheme')
		.where('id', '=', row.id)
		.where('dialogueId', '=', row.dialogueId)
		.executeTakeFirstOrThrow();
	return numDeletedRows > 0n;
}

/** Gives a text these themes and no others; those of other dialogues are passed over. */
export async function replaceThemings(
	trx: Trx,
	{ dialogueId, textId }: { dialogueId: string; textId: string },
	themeIds: readonly string[]
): Promise<void> {
	await trx.deleteFrom('textTheming').where('textId', '=', textId).execute();
	const known = (await selectThemes(trx, dialogueId)).map(({ id }) => id);
	const rows = known.filter((id) => themeIds.includes(id)).map((themeId) => ({ themeId, textId }));
	if (rows.length > 0) await trx.insertInto('textTheming').values(rows).execute();
}
