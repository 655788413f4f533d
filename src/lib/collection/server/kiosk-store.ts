import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Kiosk } from '../kiosk.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export async function selectKiosks(db: Db, dialogueId: string): Promise<Kiosk[]> {
	const rows = await db
		.selectFrom('kiosk')
		.select(['id', 'name', 'ended'])
		.where('dialogueId', '=', dialogueId)
		.orderBy('ended')
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ id, name, ended }) => ({ id, name, ended: ended === 1 }));
}

/** The kiosk that a token opens, unless it has been ended. */
export const selectKioskByToken = (db: Db, tokenHash: string) =>
	db
		.selectFrom('kiosk')
		.select(['id', 'dialogueId', 'name'])
		.where('tokenHash', '=', tokenHash)
		.where('ended', '=', 0)
		.executeTakeFirst();

export async function insertKiosk(
	trx: Trx,
	kiosk: { id: string; dialogueId: string; name: string; tokenHash: string }
): Promise<void> {
	const { id, dialogueId, name, tokenHash } = kiosk;
	await trx.insertInto('kiosk').values({ id, dialogueId, name, tokenHash, ended: 0 }).execute();
}

/** @returns whether the dialogue had such a kiosk that had not been ended */
export async function updateKioskEnded(
	trx: Trx,
	{ id, dialogueId }: { id: string; dialogueId: string }
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('kiosk')
		.set({ ended: 1 })
		.where('id', '=', id)
		.where('dialogueId', '=', dialogueId)
		.where('ended', '=', 0)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
