import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { changeAgenda } from '../agenda.ts';
import { announceMeeting } from './announce-meeting.ts';
import { updateSteered } from './meeting-store.ts';
import { readAgenda } from './read-agenda.ts';
import { lockMeeting } from './steer-meeting.ts';

/**
 * Publishes the report of a meeting that has ended: it stands in its dialogue's thread from now on.
 * @throws AppError `not-found` without `meeting.lead` in its place; `not-open` before its end, and for a rehearsal
 */
export async function publishReport(ctx: Context, meetingId: string): Promise<void> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		await lockMeeting(trx, meetingId);
		const before = await readAgenda({ db: trx }, meetingId);
		if (before.meeting.state !== 'ended' || before.meeting.rehearsal)
			throw new AppError('not-open', 'there is no report to publish');
		const after = changeAgenda(before, { reportedAt: before.meeting.reportedAt ?? ctx.now() });
		await updateSteered(trx, after.meeting, after.undo);
		await recordEvent(trx, ctx, {
			action: 'meeting.reported',
			placeCode: meeting.placeCode,
			subject: `meeting:${meetingId}`,
			after: { title: meeting.title.sv }
		});
	});
	announceMeeting(ctx.db, meeting);
}
