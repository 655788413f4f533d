import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { readAgenda } from './read-agenda.ts';

interface Input {
	meetingId: string;
	/** How many answer. */
	count: number;
}

/** Whether simulated participants may answer in a meeting: in a rehearsal, and in the demonstration. */
export const maySimulate = (meeting: { rehearsal: boolean }): boolean =>
	meeting.rehearsal || process.env.LYHORD_DEMO === '1';

/**
 * Lets simulated participants answer the step that is open, through the normal intake.
 * @returns `no-simulation` as a problem for a real meeting outside the demonstration
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function simulateParticipants(
	ctx: Context,
	{ meetingId }: Input
): Promise<Outcome<{ revision: number }>> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	if (!maySimulate(meeting))
		return { ok: false, problems: [{ at: '', code: 'no-simulation', detail: 'answers would count' }] };
	return { ok: true, value: { revision: meeting.revision } };
}
