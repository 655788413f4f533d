import type { Context } from '#lib/server/context.ts';
import { AppError } from '#lib/server/app-error.ts';
import { openDevice } from './open-device.ts';
import { readAgenda } from './read-agenda.ts';
import { steerMeeting } from './steer-meeting.ts';

/**
 * Starts a meeting and steers it from here: opens a remote, which takes over from an earlier one, and begins what has
 * not begun.
 * @returns the remote's token, for its address and nowhere else
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function startMeeting(ctx: Context, meetingId: string): Promise<{ token: string }> {
	const opened = await openDevice(ctx, { meetingId, kind: 'remote' });
	if (!opened.ok) throw new AppError('not-found');
	const { meeting } = await readAgenda(ctx, meetingId);
	if (meeting.state === 'planned') await steerMeeting(ctx, { meetingId, command: { do: 'start' } });
	return opened.value;
}
