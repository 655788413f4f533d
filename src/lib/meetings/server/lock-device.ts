import { tokenHash } from '#lib/accounts/token.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { mostTries, triesMilliseconds } from '../device.ts';
import { selectDeviceByToken, updateDevice } from './device-store.ts';
import { pinHashOf } from './open-device.ts';
import type { Device } from './read-device.ts';
import type { MeetingDeviceRow } from './tables.ts';

/** Locks a remote at once, where it has a PIN. */
export async function lockDevice(ctx: Pick<Context, 'db'>, remote: Device): Promise<void> {
	if (remote.pinHash !== null) await updateDevice(ctx.db, remote.id, { locked: 1 });
}

/** Somebody does something on a remote: it stays open. */
export async function touchDevice(ctx: Pick<Context, 'db' | 'now'>, { id }: Device): Promise<void> {
	await updateDevice(ctx.db, id, { touchedAt: ctx.now().getTime(), seenAt: ctx.now().getTime() });
}

/** A device was heard of, though nobody touched it. */
export async function noteDevice(ctx: Pick<Context, 'db' | 'now'>, { id }: Device): Promise<void> {
	await updateDevice(ctx.db, id, { seenAt: ctx.now().getTime() });
}

const problem = (code: 'wrong-pin' | 'too-many-tries'): Outcome<never> => ({
	ok: false,
	problems: [{ at: 'pin', code, detail: code }]
});

function triesNow({ tries, triesFrom }: MeetingDeviceRow, now: number) {
	return now - triesFrom >= triesMilliseconds ? { tries: 0, triesFrom: now } : { tries, triesFrom };
}

/**
 * Opens a locked remote with its PIN; five wrong ones within ten minutes are all there are.
 * @returns `wrong-pin` or `too-many-tries` as a problem
 * @throws AppError `not-found` when the remote has ended meanwhile
 */
export async function unlockDevice(
	ctx: Pick<Context, 'db' | 'vault' | 'now'>,
	{ token, pin }: { token: string; pin: string }
): Promise<Outcome<null>> {
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `device ${tokenHash(token)}`, 'exclusive');
		const row = await selectDeviceByToken(trx, tokenHash(token));
		if (!row || row.ended !== null) throw new AppError('not-found');
		const now = ctx.now().getTime();
		const { tries, triesFrom } = triesNow(row, now);
		if (tries >= mostTries) return problem('too-many-tries');
		if (row.pinHash !== null && pinHashOf(ctx, row.meetingId, pin.trim()) !== row.pinHash) {
			await updateDevice(trx, row.id, { tries: tries + 1, triesFrom });
			return problem('wrong-pin');
		}
		await updateDevice(trx, row.id, { locked: 0, touchedAt: now, tries: 0, triesFrom: now });
		return { ok: true, value: null };
	});
}
