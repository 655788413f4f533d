import { forgetParts } from '#lib/dialogues/server/open-part.ts';
import type { Context } from '#lib/server/context.ts';
import { forgottenMilliseconds, tick } from '../agenda.ts';
import { announceMeeting } from './announce-meeting.ts';
import { readAgenda } from './read-agenda.ts';
import { lockMeeting } from './steer-meeting.ts';
import { selectDueMeetings } from './step-store.ts';
import { writeAgenda } from './write-agenda.ts';

/**
 * Closes the steps of meetings whose time has come: their dialogues take no more answers, and are sealed by the work
 * that seals every dialogue. Ends meetings that nobody ended. Two processes may run it at once.
 */
export async function moveMeetingsByClock(ctx: Context): Promise<void> {
	const now = ctx.now().getTime();
	for (const meetingId of await selectDueMeetings(ctx.db, {
		now,
		endedBefore: now - forgottenMilliseconds
	})) {
		const meeting = await ctx.db.transaction().execute(async (trx) => {
			await lockMeeting(trx, meetingId);
			const before = await readAgenda({ db: trx }, meetingId);
			const after = tick(before, ctx.now());
			if (after !== before) await writeAgenda(trx, ctx, { before, after });
			return after.meeting;
		});
		forgetParts(ctx);
		announceMeeting(ctx.db, meeting);
	}
}
