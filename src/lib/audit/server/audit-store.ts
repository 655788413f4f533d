import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { AuditEvent, Details } from '../event.ts';
import type { AuditEventRow } from './tables.ts';

/** A query over the whole log, every column by name. */
export const selectEvents = (db: Kysely<Database>) =>
	db
		.selectFrom('auditEvent')
		.select([
			'seq',
			'at',
			'actorId',
			'actorName',
			'action',
			'placeCode',
			'subject',
			'details',
			'previous',
			'hash'
		]);

export const selectLastEvent = (db: Kysely<Database>) =>
	db.selectFrom('auditEvent').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();

export async function insertEvent(trx: Transaction<Database>, row: AuditEventRow): Promise<void> {
	await trx.insertInto('auditEvent').values(row).execute();
}

/** The line of the log that a row holds. */
export function eventOf(row: AuditEventRow): AuditEvent {
	const { before, after } = JSON.parse(row.details) as { before: Details | null; after: Details | null };
	return {
		seq: row.seq,
		at: row.at,
		actorId: row.actorId,
		actorName: row.actorName,
		action: row.action,
		placeCode: row.placeCode,
		subject: row.subject,
		before,
		after
	};
}
