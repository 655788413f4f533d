import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { announceMeeting } from './announce-meeting.ts';
import { deleteMeeting } from './meeting-store.ts';
import { readAgenda } from './read-agenda.ts';
import { lockMeeting } from './steer-meeting.ts';

/**
 * Removes a meeting that never began.
 * @throws AppError `not-found` without `meeting.lead` in its place; `not-open` once it has begun
 */
export async function removeMeeting(ctx: Context, meetingId: string): Promise<void> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		await lockMeeting(trx, meetingId);
		const { meeting: present } = await readAgenda({ db: trx }, meetingId);
		if (present.state !== 'planned') throw new AppError('not-open', 'it has begun');
		await deleteMeeting(trx, meetingId);
		await recordEvent(trx, ctx, {
			action: 'meeting.removed',
			placeCode: meeting.placeCode,
			subject: `meeting:${meetingId}`,
			before: { title: meeting.title.sv }
		});
	});
	announceMeeting(ctx.db, meeting);
}
