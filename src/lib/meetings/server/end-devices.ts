import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import { updateEnded } from './device-store.ts';
import { readAgenda } from './read-agenda.ts';

/**
 * Ends every screen and remote of a meeting: their links lead nowhere any more.
 * @throws AppError `not-found` without `meeting.lead` in its place
 */
export async function endDevices(ctx: Context, meetingId: string): Promise<void> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		await updateEnded(trx, meetingId, { kinds: ['screen', 'remote', 'takeover'], ended: 'revoked' });
		await recordEvent(trx, ctx, {
			action: 'device.ended',
			placeCode: meeting.placeCode,
			subject: `meeting:${meetingId}`
		});
	});
}
