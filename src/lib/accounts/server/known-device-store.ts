import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { KnownDeviceRow } from './tables.ts';

export const selectKnownDevice = (db: Kysely<Database>, tokenHash: string) =>
	db
		.selectFrom('knownDevice')
		.select(['tokenHash', 'personId', 'expiresAt'])
		.where('tokenHash', '=', tokenHash)
		.executeTakeFirst();

export async function insertKnownDevice(trx: Transaction<Database>, row: KnownDeviceRow): Promise<void> {
	await trx.insertInto('knownDevice').values(row).execute();
}

export async function deleteKnownDevice(trx: Transaction<Database>, tokenHash: string): Promise<void> {
	await trx.deleteFrom('knownDevice').where('tokenHash', '=', tokenHash).execute();
}

export async function deleteKnownDevicesOf(trx: Transaction<Database>, personId: string): Promise<void> {
	await trx.deleteFrom('knownDevice').where('personId', '=', personId).execute();
}

export async function deleteKnownDevicesBefore(db: Kysely<Database>, moment: number): Promise<void> {
	await db.deleteFrom('knownDevice').where('expiresAt', '<=', moment).execute();
}
