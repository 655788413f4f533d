import * as v from 'valibot';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { commandSchema } from '../command-schema.ts';
import type { CommandAnswer, DeviceCommand } from '../commands.ts';
import { handOver } from './hand-over.ts';
import { lockDevice, touchDevice, unlockDevice } from './lock-device.ts';
import { readDevice, type Device } from './read-device.ts';
import { recordHandCount } from './record-hand-count.ts';
import { simulateParticipants } from './simulate-participants.ts';
import { steerMeeting } from './steer-meeting.ts';

interface Raw {
	/** The remote's own. */
	token: string;
	body: string;
}

const refused = (code: string): Outcome<never> => ({
	ok: false,
	problems: [{ at: '', code, detail: code }]
});

function parseCommand(body: string): DeviceCommand | undefined {
	try {
		const parsed = v.safeParse(commandSchema, JSON.parse(body));
		return parsed.success ? parsed.output : undefined;
	} catch {
		return undefined;
	}
}

async function offer(ctx: Context, remote: Device): Promise<Outcome<CommandAnswer>> {
	const { token, until } = await handOver(ctx, remote);
	const { revision } = remote.agenda.meeting;
	return {
		ok: true,
		value: { revision, offer: { path: `/styr/${token}`, until: until.getTime() } }
	};
}

async function carryOut(
	ctx: Context,
	remote: Device,
	command: Exclude<DeviceCommand, { do: 'unlock' }>
): Promise<Outcome<CommandAnswer>> {
	const meetingId = remote.agenda.meeting.id;
	const acting = { ...ctx, actor: remote.actor };
	switch (command.do) {
		case 'lock':
			await lockDevice(ctx, remote);
			return { ok: true, value: { revision: remote.agenda.meeting.revision } };
		case 'hand-over':
			return offer(ctx, remote);
		case 'count':
			return recordHandCount(acting, { meetingId, stepId: command.stepId, counts: command.counts });
		case 'simulate':
			return simulateParticipants(acting, { meetingId, count: command.count });
		default:
			return steerMeeting(acting, { meetingId, command });
	}
}

/**
 * Carries out what a remote sends, in the place of who opened it. A remote that is locked takes its PIN only; one that
 * was taken over takes nothing.
 * @returns the meeting's revision after it; as problems `invalid`, `locked`, `taken-over`, `wrong-pin`, `too-many-tries`
 * and what the commands themselves refuse
 * @throws AppError `not-found` for a remote that is at an end
 */
export async function receiveCommand(ctx: Context, { token, body }: Raw): Promise<Outcome<CommandAnswer>> {
	const remote = await readDevice(ctx, { token, kinds: ['remote'] });
	const command = parseCommand(body);
	if (!command) return refused('invalid');
	if (remote.takenOver) return refused('taken-over');
	const { revision } = remote.agenda.meeting;
	if (command.do === 'unlock') {
		const unlocked = await unlockDevice(ctx, { token, pin: command.pin });
		return unlocked.ok ? { ok: true, value: { revision } } : unlocked;
	}
	if (remote.locked) return refused('locked');
	if (command.do !== 'lock') await touchDevice(ctx, remote);
	return carryOut(ctx, remote, command);
}
