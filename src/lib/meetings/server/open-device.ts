import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { tokenHash } from '#lib/accounts/token.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { parsePin, type DeviceKind } from '../device.ts';
import { insertDevice, updateEnded } from './device-store.ts';
import { readAgenda } from './read-agenda.ts';
import type { MeetingDeviceRow } from './tables.ts';

/** What stands for a PIN in the database; of no use for another meeting. */
export const pinHashOf = ({ vault }: Pick<Context, 'vault'>, meetingId: string, pin: string): string =>
	vault.keyedHash(`meeting pin ${meetingId}`, pin);

/** A device that nobody has used yet; its row and its token, which is told once. */
export function newDevice(
	ctx: Pick<Context, 'random' | 'now' | 'actor'>,
	{ meetingId, kind }: { meetingId: string; kind: DeviceKind },
	more: Partial<MeetingDeviceRow> = {}
): { token: string; row: MeetingDeviceRow } {
	const token = randomId(ctx.random);
	const now = ctx.now().getTime();
	const { actor } = ctx;
	const row: MeetingDeviceRow = {
		id: randomId(ctx.random),
		meetingId,
		kind,
		tokenHash: tokenHash(token),
		personId: actor.kind === 'staff' ? actor.personId : null,
		secondFactor: actor.kind === 'staff' && actor.secondFactor ? 1 : 0,
		pinHash: null,
		locked: 0,
		touchedAt: now,
		seenAt: null,
		expiresAt: null,
		ended: null,
		tries: 0,
		triesFrom: now,
		...more
	};
	return { token, row };
}

/** Ends the meeting's other remotes: one person steers, and the others are told. */
export const endOtherRemotes = (trx: Transaction<Database>, meetingId: string): Promise<void> =>
	updateEnded(trx, meetingId, { kinds: ['remote', 'takeover'], ended: 'taken-over' });

interface Input {
	meetingId: string;
	kind: 'screen' | 'remote';
	/** Four digits that the remote asks for after a pause; none when left out. */
	pin?: string | undefined;
}

/**
 * Opens a big screen or a remote, as who acts, for as long as they may lead meetings in its place. A new remote takes
 * over from an earlier one; there may be several screens.
 * @returns its token, for its address and nowhere else; or `invalid-pin`
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function openDevice(
	ctx: Context,
	{ meetingId, kind, pin }: Input
): Promise<Outcome<{ token: string }>> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	const digits = pin === undefined || pin.trim() === '' ? null : parsePin(pin);
	if (digits === undefined)
		return { ok: false, problems: [{ at: 'pin', code: 'invalid-pin', detail: 'a PIN is four digits' }] };
	const pinHash = digits === null || kind !== 'remote' ? null : pinHashOf(ctx, meetingId, digits);
	const { token, row } = newDevice(ctx, { meetingId, kind }, { pinHash });
	await ctx.db.transaction().execute(async (trx) => {
		if (kind === 'remote') await endOtherRemotes(trx, meetingId);
		await insertDevice(trx, row);
		await recordEvent(trx, ctx, {
			action: 'device.opened',
			placeCode: meeting.placeCode,
			subject: `meeting:${meetingId}`,
			after: { kind }
		});
	});
	return { ok: true, value: { token } };
}
