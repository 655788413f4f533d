import type { Kysely, Transaction } from 'kysely';
import type { Language, Texts } from '#lib/i18n/languages.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Undo } from '../agenda.ts';
import type { Meeting } from '../meeting.ts';
import type { MeetingRow } from './tables.ts';

const columns = [
	'id',
	'code',
	'placeCode',
	'slug',
	'title',
	'form',
	'state',
	'rehearses',
	'dialogueId',
	'startsAt',
	'endsAt',
	'venue',
	'about',
	'languages',
	'secondLanguage',
	'colours',
	'leastShown',
	'announced',
	'currentStepId',
	'blank',
	'revision',
	'undo',
	'startedAt',
	'endedAt',
	'reportedAt'
] as const satisfies (keyof MeetingRow)[];

/** A query over meetings with every column by name. */
export const selectMeetings = (db: Kysely<Database>) => db.selectFrom('meeting').select(columns);

const moment = (value: number | null): Date | null => (value === null ? null : new Date(value));

/** The meeting of a row. */
export const meetingOf = (row: MeetingRow): Meeting => ({
	id: row.id,
	code: row.code,
	placeCode: row.placeCode,
	slug: row.slug,
	title: JSON.parse(row.title) as Texts,
	form: row.form,
	state: row.state,
	rehearsal: row.rehearses !== null,
	dialogueId: row.dialogueId,
	startsAt: new Date(row.startsAt),
	endsAt: new Date(row.endsAt),
	venue: row.venue,
	about: row.about === null ? null : (JSON.parse(row.about) as Texts),
	languages: JSON.parse(row.languages) as Language[],
	secondLanguage: row.secondLanguage as Language | null,
	colours: row.colours,
	leastShown: row.leastShown,
	announced: row.announced === 1,
	currentStepId: row.currentStepId,
	blank: row.blank === 1,
	revision: row.revision,
	startedAt: moment(row.startedAt),
	endedAt: moment(row.endedAt),
	reportedAt: moment(row.reportedAt)
});

/** What can be taken back of a meeting's row. */
export function undoOf({ undo }: Pick<MeetingRow, 'undo'>): Undo | null {
	if (undo === null) return null;
	const stored = JSON.parse(undo) as Omit<Undo, 'until' | 'steps'> & {
		until: number;
		steps: (Omit<Undo['steps'][number], 'stopsAt'> & { stopsAt: number | null })[];
	};
	return {
		what: stored.what,
		until: new Date(stored.until),
		meeting: stored.meeting,
		steps: stored.steps.map((step) => ({ ...step, stopsAt: moment(step.stopsAt) }))
	};
}

const undoText = (undo: Undo): string =>
	JSON.stringify({
		...undo,
		until: undo.until.getTime(),
		steps: undo.steps.map((step) => ({ ...step, stopsAt: step.stopsAt?.getTime() ?? null }))
	});

const ownColumns = (meeting: Meeting) => ({
	title: JSON.stringify(meeting.title),
	form: meeting.form,
	dialogueId: meeting.dialogueId,
	startsAt: meeting.startsAt.getTime(),
	endsAt: meeting.endsAt.getTime(),
	venue: meeting.venue,
	about: meeting.about === null ? null : JSON.stringify(meeting.about),
	languages: JSON.stringify(meeting.languages),
	secondLanguage: meeting.secondLanguage,
	colours: meeting.colours,
	leastShown: meeting.leastShown,
	announced: meeting.announced ? 1 : 0
});

const steeredColumns = (meeting: Meeting, undo: Undo | null) => ({
	state: meeting.state,
	currentStepId: meeting.currentStepId,
	blank: meeting.blank ? 1 : 0,
	revision: meeting.revision,
	undo: undo === null ? null : undoText(undo),
	startedAt: meeting.startedAt?.getTime() ?? null,
	endedAt: meeting.endedAt?.getTime() ?? null,
	reportedAt: meeting.reportedAt?.getTime() ?? null
});

export async function insertMeeting(
	trx: Transaction<Database>,
	meeting: Meeting,
	rehearses: string | null
): Promise<void> {
	const { id, code, placeCode, slug } = meeting;
	await trx
		.insertInto('meeting')
		.values({
			id,
			code,
			placeCode,
			slug,
			rehearses,
			...ownColumns(meeting),
			...steeredColumns(meeting, null)
		})
		.execute();
}

/** Writes what staff decide about a meeting beforehand, and its revision. */
export async function updateDetails(trx: Transaction<Database>, meeting: Meeting): Promise<void> {
	await trx
		.updateTable('meeting')
		.set({ ...ownColumns(meeting), revision: meeting.revision })
		.where('id', '=', meeting.id)
		.execute();
}

/** Writes what steering changes. */
export async function updateSteered(
	trx: Transaction<Database>,
	meeting: Meeting,
	undo: Undo | null
): Promise<void> {
	await trx.updateTable('meeting').set(steeredColumns(meeting, undo)).where('id', '=', meeting.id).execute();
}

/** Whom a rehearsal rehearses; null for a real meeting. */
export async function selectRehearsed(db: Kysely<Database>, id: string): Promise<string | null> {
	const row = await db.selectFrom('meeting').select('rehearses').where('id', '=', id).executeTakeFirst();
	return row?.rehearses ?? null;
}

/** Rehearsals that ended before a moment, or were to end before an earlier one. */
export async function selectOldRehearsals(
	db: Kysely<Database>,
	{ endedBefore, madeFor }: { endedBefore: number; madeFor: number }
): Promise<string[]> {
	const rows = await db
		.selectFrom('meeting')
		.select('id')
		.where('rehearses', 'is not', null)
		.where((of) => of.or([of('endedAt', '<', endedBefore), of('endsAt', '<', madeFor)]))
		.execute();
	return rows.map(({ id }) => id);
}

export async function deleteMeeting(trx: Transaction<Database>, id: string): Promise<void> {
	await trx.deleteFrom('meeting').where('id', '=', id).execute();
}
