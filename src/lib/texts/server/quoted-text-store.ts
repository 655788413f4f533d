import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';

type Db = Kysely<Database>;

/** Those of the ids whose answers are still kept, whatever was decided about them. */
export async function selectKeptIds(db: Db, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db.selectFrom('freeText').select('id').where('id', 'in', ids).execute();
	return rows.map(({ id }) => id);
}

/** Those of the ids that were released, with their words and whether they are taken down. */
export async function selectReleasedByIds(
	db: Db,
	ids: readonly string[]
): Promise<{ textId: string; text: string; hidden: number }[]> {
	if (ids.length === 0) return [];
	return db
		.selectFrom('releasedText')
		.select(['textId', 'text', 'hidden'])
		.where('textId', 'in', ids)
		.execute();
}
