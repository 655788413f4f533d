import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Agenda } from '../agenda.ts';
import type { Meeting } from '../meeting.ts';
import { meetingOf, selectMeetings } from './meeting-store.ts';
import { readAgenda, readAgendaByCode } from './read-agenda.ts';

/**
 * The meetings of a place, the latest first; for staff, rehearsals left out.
 * @throws AppError `not-found` without `place.read` there
 */
export async function listMeetings(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string
): Promise<Meeting[]> {
	await requirePermission(ctx, 'place.read', placeCode);
	const rows = await selectMeetings(ctx.db)
		.where('placeCode', '=', placeCode)
		.where('rehearses', 'is', null)
		.orderBy('startsAt', 'desc')
		.orderBy('code')
		.execute();
	return rows.map(meetingOf);
}

interface PublicFilter {
	placeCode?: string;
	dialogueId?: string;
}

/** The announced meetings of a place or a dialogue, the next first; for everybody. */
export async function listAnnouncedMeetings(
	ctx: Pick<Context, 'db'>,
	{ placeCode, dialogueId }: PublicFilter
): Promise<Meeting[]> {
	const rows = await selectMeetings(ctx.db)
		.where('announced', '=', 1)
		.where('rehearses', 'is', null)
		.$if(placeCode !== undefined, (query) => query.where('placeCode', '=', placeCode!))
		.$if(dialogueId !== undefined, (query) => query.where('dialogueId', '=', dialogueId!))
		.orderBy('startsAt')
		.orderBy('code')
		.execute();
	return rows.map(meetingOf);
}

/**
 * An announced meeting at its public address.
 * @throws AppError `not-found`
 */
export async function readAnnouncedMeeting(
	ctx: Pick<Context, 'db'>,
	{ placeCode, slug }: Pick<Meeting, 'placeCode' | 'slug'>
): Promise<Meeting> {
	const row = await selectMeetings(ctx.db)
		.where('placeCode', '=', placeCode)
		.where('slug', '=', slug)
		.where('announced', '=', 1)
		.where('rehearses', 'is', null)
		.executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such meeting');
	return meetingOf(row);
}

/**
 * A meeting with its agenda, for who leads it.
 * @throws AppError `not-found` without `meeting.lead` in its place
 */
export async function readMeeting(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ id, code }: { id?: string; code?: string }
): Promise<Agenda> {
	const agenda = id === undefined ? await readAgendaByCode(ctx, code ?? '') : await readAgenda(ctx, id);
	await requirePermission(ctx, 'meeting.lead', agenda.meeting.placeCode);
	return agenda;
}
