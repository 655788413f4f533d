import { expect, test } from 'vitest';
import { readActingPerson } from '#lib/accounts/server/read-acting-person.ts';
import { createPerson } from '#lib/accounts/server/create-person.ts';
import type { Role } from '#lib/server/role.ts';
import type { Context } from '#lib/server/context.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { planMeeting } from '#tests/support/meeting.ts';
import { endDevices } from './end-devices.ts';
import { takeOver } from './hand-over.ts';
import { openDevice } from './open-device.ts';
import { readDevice } from './read-device.ts';
import { readRemoteState } from './read-remote-state.ts';
import { receiveCommand } from './receive-command.ts';

/** A context in which somebody with a role in a place acts. */
async function actingAs(ctx: TestContext, role: Role, placeCode = '1785'): Promise<Context> {
	const personId = await createPerson(ctx, {
		name: 'Kim Exempel',
		email: `${role}-${placeCode}@example.se`,
		memberships: [{ placeCode, role, through: 'test' }]
	});
	const actor = await readActingPerson(ctx, { personId, secondFactor: true, deviceId: 'test' });
	return { ...ctx, now: ctx.now, actor: actor! };
}

const send = (ctx: Context, token: string, command: object) =>
	receiveCommand({ ...ctx, actor: { kind: 'visitor' } }, { token, body: JSON.stringify(command) });

const codesOf = async (outcome: ReturnType<typeof send>): Promise<string[]> => {
	const result = await outcome;
	return result.ok ? [] : result.problems.map(({ code }) => code);
};

onBothEngines('a remote', (createContext) => {
	test('steers in the place of who opened it, until they may lead no more', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		const leader = await actingAs(ctx, 'facilitator');
		const { token } = await mustBeOk(openDevice(leader, { meetingId: meeting.id, kind: 'remote' }));
		expect(await mustBeOk(send(ctx, token, { do: 'start' }))).toMatchObject({ revision: 6 });
		expect(await codesOf(send(ctx, token, { do: 'start' }))).toEqual(['not-planned']);
		expect(await codesOf(send(ctx, token, { do: 'explode' }))).toEqual(['invalid']);
		await ctx.db.deleteFrom('membership').execute();
		await expect(send(ctx, token, { do: 'blank' })).rejects.toThrow('no such device');
		await expect(readDevice(ctx, { token, kinds: ['remote'] })).rejects.toThrow('no such device');
	});

	test('is opened by nobody who may not lead meetings there, and a screen’s link steers nothing', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		for (const other of [await actingAs(ctx, 'reader'), await actingAs(ctx, 'facilitator', '2034')])
			await expect(openDevice(other, { meetingId: meeting.id, kind: 'remote' })).rejects.toThrow('not-found');
		const screen = await mustBeOk(openDevice(ctx, { meetingId: meeting.id, kind: 'screen' }));
		await expect(send(ctx, screen.token, { do: 'start' })).rejects.toThrow('no such device');
		await endDevices(ctx, meeting.id);
		await expect(readDevice(ctx, { token: screen.token, kinds: ['screen'] })).rejects.toThrow(
			'no such device'
		);
	});

	test('asks for its PIN when it was locked or left alone, and takes five wrong ones', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		const open = (pin: string) => openDevice(ctx, { meetingId: meeting.id, kind: 'remote', pin });
		expect(await open('12')).toMatchObject({ ok: false, problems: [{ code: 'invalid-pin' }] });
		const { token } = await mustBeOk(open('4711'));
		await mustBeOk(send(ctx, token, { do: 'lock' }));
		expect(await codesOf(send(ctx, token, { do: 'start' }))).toEqual(['locked']);
		const state = await readRemoteState(ctx, await readDevice(ctx, { token, kinds: ['remote'] }), 'sv');
		expect(state).toMatchObject({ locked: true, steps: [], next: null });
		for (let wrong = 0; wrong < 5; wrong++)
			expect(await codesOf(send(ctx, token, { do: 'unlock', pin: '0000' }))).toEqual(['wrong-pin']);
		expect(await codesOf(send(ctx, token, { do: 'unlock', pin: '4711' }))).toEqual(['too-many-tries']);
		ctx.setNow(new Date(ctx.now().getTime() + 10 * 60_000));
		await mustBeOk(send(ctx, token, { do: 'unlock', pin: '4711' }));
		await mustBeOk(send(ctx, token, { do: 'start' }));
		ctx.setNow(new Date(ctx.now().getTime() + 10 * 60_000));
		expect(await codesOf(send(ctx, token, { do: 'blank' }))).toEqual(['locked']);
	});

	test('hands over once, and says so afterwards', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		const { token } = await mustBeOk(openDevice(ctx, { meetingId: meeting.id, kind: 'remote' }));
		const { offer } = await mustBeOk(send(ctx, token, { do: 'hand-over' }));
		const offered = offer!.path.replace('/styr/', '');
		const { token: next } = await takeOver(ctx, offered);
		await expect(takeOver(ctx, offered)).rejects.toThrow('no such device');
		expect(await codesOf(send(ctx, token, { do: 'start' }))).toEqual(['taken-over']);
		const old = await readDevice(ctx, { token, kinds: ['remote'] });
		expect(await readRemoteState(ctx, old, 'sv')).toMatchObject({ takenOver: true, steps: [] });
		await mustBeOk(send(ctx, next, { do: 'start' }));
		const late = await mustBeOk(send(ctx, next, { do: 'hand-over' }));
		ctx.setNow(new Date(ctx.now().getTime() + 2 * 60_000));
		await expect(takeOver(ctx, late.offer!.path.replace('/styr/', ''))).rejects.toThrow('no such device');
	});
});
