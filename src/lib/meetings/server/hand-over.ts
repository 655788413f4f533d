import { recordEvent } from '#lib/audit/server/record-event.ts';
import { tokenHash } from '#lib/accounts/token.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { offerMilliseconds } from '../device.ts';
import { announceMeeting } from './announce-meeting.ts';
import { insertDevice, selectDeviceByToken, updateUsed } from './device-store.ts';
import { endOtherRemotes, newDevice } from './open-device.ts';
import { readDevice, type Device } from './read-device.ts';

/**
 * Offers to steer from another phone: the token is shown as a QR code and can be used once, within two minutes.
 * @param remote from `readDevice`, neither locked nor taken over
 */
export async function handOver(ctx: Context, remote: Device): Promise<{ token: string; until: Date }> {
	if (remote.locked || remote.takenOver) throw new AppError('not-found');
	const meetingId = remote.agenda.meeting.id;
	const until = new Date(ctx.now().getTime() + offerMilliseconds);
	const acting = { ...ctx, actor: remote.actor };
	const offer = newDevice(
		acting,
		{ meetingId, kind: 'takeover' },
		{
			expiresAt: until.getTime(),
			pinHash: remote.pinHash
		}
	);
	await ctx.db.transaction().execute((trx) => insertDevice(trx, offer.row));
	return { token: offer.token, until };
}

/**
 * Uses an offer: the phone that opened it becomes the remote, and the one before is told so. Nothing but a form that
 * somebody sends should do this: a link that is only looked at is not used up.
 * @returns the new remote's token
 * @throws AppError `not-found` for an offer that is unknown, used or too old
 */
export async function takeOver(ctx: Context, token: string): Promise<{ token: string }> {
	const offer = await readDevice(ctx, { token, kinds: ['takeover'] });
	const { meeting } = offer.agenda;
	const acting = { ...ctx, actor: offer.actor };
	const own = await selectDeviceByToken(ctx.db, tokenHash(token));
	const { pinHash } = offer;
	const remote = newDevice(acting, { meetingId: meeting.id, kind: 'remote' }, { pinHash });
	await ctx.db.transaction().execute(async (trx) => {
		if (!own || !(await updateUsed(trx, own.id))) throw new AppError('not-found');
		await endOtherRemotes(trx, meeting.id);
		await insertDevice(trx, remote.row);
		await recordEvent(trx, acting, {
			action: 'device.opened',
			placeCode: meeting.placeCode,
			subject: `meeting:${meeting.id}`,
			after: { kind: 'remote', takenOver: true }
		});
	});
	announceMeeting(ctx.db, meeting);
	return { token: remote.token };
}
