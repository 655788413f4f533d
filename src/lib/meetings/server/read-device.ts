import { readActingPerson } from '#lib/accounts/server/read-acting-person.ts';
import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { tokenHash } from '#lib/accounts/token.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Actor, Context } from '#lib/server/context.ts';
import type { Agenda } from '../agenda.ts';
import { isLocked, type DeviceKind } from '../device.ts';
import { selectDeviceByToken } from './device-store.ts';
import { readAgenda } from './read-agenda.ts';
import type { MeetingDeviceRow } from './tables.ts';

/** A screen or a remote whose link somebody has, as it is now. */
export interface Device {
	id: string;
	kind: DeviceKind;
	agenda: Agenda;
	/** In whose place it acts, with the roles that person has now. */
	actor: Actor;
	/** It asks for its PIN; it can be unlocked. */
	locked: boolean;
	/** Somebody steers from another phone since. */
	takenOver: boolean;
	/** What stands for its PIN; null when it asks for none. */
	pinHash: string | null;
}

const missing = () => new AppError('not-found', 'no such device');

async function actorOf(
	ctx: Pick<Context, 'db'>,
	{ id, personId, secondFactor }: MeetingDeviceRow
): Promise<Actor> {
	if (personId === null) return { kind: 'system' };
	const person = await readActingPerson(ctx, { personId, secondFactor: secondFactor === 1, deviceId: id });
	return person ?? { kind: 'visitor' };
}

/** Whether a link leads nowhere any more; a remote that was taken over still says so. */
function isOver({ kind, ended, expiresAt }: MeetingDeviceRow, now: number): boolean {
	if (ended === 'taken-over') return kind !== 'remote';
	return ended !== null || (expiresAt !== null && expiresAt <= now);
}

/**
 * The device that a link's token opens. It acts as the person who opened it, with the roles they have now, so that it
 * ends when they may no longer lead meetings in the place.
 * @throws AppError `not-found` for a token that is unknown, of another kind, at an end, or not allowed any more
 */
export async function readDevice(
	ctx: Pick<Context, 'db' | 'now'>,
	{ token, kinds }: { token: string; kinds: readonly DeviceKind[] }
): Promise<Device> {
	if (!/^[\w-]{22}$/.test(token)) throw missing();
	const row = await selectDeviceByToken(ctx.db, tokenHash(token));
	const now = ctx.now().getTime();
	if (!row || !kinds.includes(row.kind) || isOver(row, now)) throw missing();
	const agenda = await readAgenda(ctx, row.meetingId);
	const actor = await actorOf(ctx, row);
	if (!(await hasPermission({ db: ctx.db, actor }, 'meeting.lead', agenda.meeting.placeCode)))
		throw missing();
	return {
		id: row.id,
		kind: row.kind,
		agenda,
		actor,
		locked: row.kind === 'remote' && isLocked(row, now),
		takenOver: row.ended === 'taken-over',
		pinHash: row.pinHash
	};
}
