import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';

/**
 * What changes when a meeting looks different: its revision, and the releases of its parts and its dialogue, texts
 * that were released or taken down, and devices that ended.
 */
export async function selectMarks(
	db: Kysely<Database>,
	meetingIds: readonly string[]
): Promise<Map<string, string>> {
	if (meetingIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('meeting')
		.select(({ selectFrom }) => [
			'meeting.id',
			'meeting.revision',
			selectFrom('release')
				.innerJoin('dialogue', 'dialogue.id', 'release.dialogueId')
				.select(sql<number>`count(*)`.as('number'))
				.whereRef('dialogue.partOf', '=', 'meeting.id')
				.as('parts'),
			selectFrom('release')
				.select((of) => of.fn.max('release.seq').as('seq'))
				.whereRef('release.dialogueId', '=', 'meeting.dialogueId')
				.as('own'),
			selectFrom('textRevision')
				.innerJoin('dialogue', 'dialogue.id', 'textRevision.dialogueId')
				.select((of) => of.fn.sum<number>('textRevision.revision').as('number'))
				.whereRef('dialogue.partOf', '=', 'meeting.id')
				.as('texts'),
			selectFrom('meetingDevice')
				.select(sql<number>`count(*)`.as('number'))
				.whereRef('meetingDevice.meetingId', '=', 'meeting.id')
				.where('meetingDevice.ended', 'is not', null)
				.as('ended')
		])
		.where('meeting.id', 'in', [...meetingIds])
		.execute();
	return new Map(
		rows.map(({ id, revision, parts, own, texts, ended }) => [
			id,
			[revision, parts, own ?? 0, texts ?? 0, ended].join(' ')
		])
	);
}
