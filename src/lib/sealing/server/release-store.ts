import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { ReleaseRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** What the next release is chained to. */
export const selectLastRelease = (db: Db, dialogueId: string) =>
	db
		.selectFrom('release')
		.select(['seq', 'hash'])
		.where('dialogueId', '=', dialogueId)
		.orderBy('seq', 'desc')
		.executeTakeFirst();

export const selectReleases = (db: Db, dialogueId: string) =>
	db
		.selectFrom('release')
		.select(['seq', 'day', 'content', 'previous', 'hash'])
		.where('dialogueId', '=', dialogueId)
		.orderBy('seq')
		.execute();

export const insertRelease = (trx: Trx, row: ReleaseRow) => trx.insertInto('release').values(row).execute();

export const addChannelCount = (
	trx: Trx,
	dialogueId: string,
	{ channel, sheets }: { channel: string; sheets: number }
) =>
	trx
		.insertInto('channelCount')
		.values({ dialogueId, channel, sheets })
		.onConflict((conflict) =>
			conflict
				.columns(['dialogueId', 'channel'])
				.doUpdateSet((eb) => ({ sheets: eb('channelCount.sheets', '+', sheets) }))
		)
		.execute();
