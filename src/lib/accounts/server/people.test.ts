import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { verifyAudit } from '#lib/audit/server/verify-audit.ts';
import { readPlacePath } from '#lib/places/server/read-place-path.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { changeRole } from './change-role.ts';
import { createPerson } from './create-person.ts';
import { listPeople } from './list-people.ts';
import { exportLog, readLog } from './read-log.ts';
import { removeMembership } from './remove-membership.ts';
import { hasPermission } from './require-permission.ts';
import { readSession } from './sessions.ts';

onBothEngines('the people of a place', (createContext) => {
	test('are listed with their roles there, below, and by name alone those from above', async () => {
		const ctx = await createContext();
		const [, area] = await readPlacePath(ctx, '1785');
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785', name: 'Alva Exempel' });
		await createStaff(ctx, { role: 'reader', placeCode: area!, name: 'Bo Exempel' });
		await createStaff(ctx, { role: 'reader', placeCode: '0180', name: 'Cleo Exempel' });
		const listed = await listPeople(own.ctx, '1785');
		expect(listed).toMatchObject([
			{
				name: 'Alva Exempel',
				email: own.email,
				hasSecondFactor: false,
				memberships: [{ placeCode: '1785', placeName: 'Säffle', role: 'administrator', inherited: false }]
			},
			{
				name: 'Bo Exempel',
				email: null,
				hasSecondFactor: null,
				memberships: [{ placeCode: area, role: 'reader', inherited: true }]
			}
		]);
		await expect(listPeople(own.ctx, area!)).rejects.toThrow('not-found');
		await expect(listPeople(own.ctx, '0180')).rejects.toThrow('not-found');
	});

	test("somebody's role elsewhere is not told", async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const held = { role: 'reader', through: 'invitation' } as const;
		const memberships = ['1785', '0180'].map((placeCode) => ({ ...held, placeCode }));
		const personId = await createPerson(ctx, { name: 'Robin', email: 'robin@example.se', memberships });
		const robin = (await listPeople(own.ctx, '1785')).find((person) => person.personId === personId);
		expect(robin!.memberships.map(({ placeCode }) => placeCode)).toEqual(['1785']);
	});

	test('lose a role at once: the session is over and so is the right', async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const editor = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const held = { personId: editor.personId, placeCode: '1785', role: 'editor' } as const;
		expect(await removeMembership(own.ctx, held)).toEqual({ ok: true, value: null });
		expect(await readSession(ctx, editor.token)).toBeNull();
		await expect(removeMembership(own.ctx, held)).rejects.toThrow('not-found');
		expect((await listPeople(own.ctx, '1785')).map(({ personId }) => personId)).toEqual([own.personId]);
	});

	test('get another role; old tokens end with the old rights', async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const editor = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const held = { personId: editor.personId, placeCode: '1785', role: 'editor' } as const;
		expect(await changeRole(own.ctx, { ...held, newRole: 'reader' })).toEqual({ ok: true, value: null });
		expect(await readSession(ctx, editor.token)).toBeNull();
		const { events } = await listEvents(ctx, { action: 'membership.changed' });
		expect(events).toMatchObject([
			{ actorId: own.personId, placeCode: '1785', before: { role: 'editor' }, after: { role: 'reader' } }
		]);
		await expect(changeRole(own.ctx, { ...held, newRole: 'reader' })).rejects.toThrow('not-found');
	});

	test('are managed by administrators of that place only, whatever the request names', async () => {
		const ctx = await createContext();
		const [, area] = await readPlacePath(ctx, '1785');
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const publisher = await createStaff(ctx, { role: 'publisher', placeCode: '1785' });
		const foreign = await createStaff(ctx, { role: 'administrator', placeCode: '0180' });
		const above = await createStaff(ctx, { role: 'administrator', placeCode: area! });
		const role = 'administrator';
		const tries = [
			() => removeMembership(publisher.ctx, { personId: own.personId, placeCode: '1785', role }),
			() => removeMembership(foreign.ctx, { personId: own.personId, placeCode: '1785', role }),
			() => removeMembership(own.ctx, { personId: above.personId, placeCode: area!, role }),
			() => removeMembership(own.ctx, { personId: above.personId, placeCode: '1785', role }),
			() => changeRole(own.ctx, { personId: foreign.personId, placeCode: '0180', role, newRole: 'reader' })
		];
		for (const attempt of tries) await expect(attempt()).rejects.toThrow('not-found');
		const removed = await removeMembership(above.ctx, { personId: own.personId, placeCode: '1785', role });
		expect(removed.ok).toBe(true);
	});

	test('keep an administrator: the last one can neither leave nor become less', async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const held = { personId: own.personId, placeCode: '1785', role: 'administrator' } as const;
		const refused = { ok: false, problems: [{ at: '', code: 'last-administrator' }] };
		expect(await removeMembership(own.ctx, held)).toMatchObject(refused);
		expect(await changeRole(own.ctx, { ...held, newRole: 'reader' })).toMatchObject(refused);
		expect(await readSession(ctx, own.token)).not.toBeNull();
		const second = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const both = await Promise.all([
			removeMembership(own.ctx, held),
			removeMembership(second.ctx, { ...held, personId: second.personId })
		]);
		expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
	});

	test('are added by the system alone without an invitation', async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const person = { name: 'Robin', email: null, memberships: [] };
		await expect(createPerson(own.ctx, person)).rejects.toThrow('not-found');
	});
});

onBothEngines('the log of a place', (createContext) => {
	test('tells what happened there and below, and who signed in, to its administrators only', async () => {
		const ctx = await createContext();
		const [, area] = await readPlacePath(ctx, '1785');
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const foreign = await createStaff(ctx, { role: 'administrator', placeCode: '0180' });
		const above = await createStaff(ctx, { role: 'administrator', placeCode: area! });
		const publisher = await createStaff(ctx, { role: 'publisher', placeCode: '1785' });
		const seen = (await readLog(own.ctx, { placeCode: '1785' })).events;
		expect(seen.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
			`session.started person:${publisher.personId}`,
			`membership.added person:${publisher.personId}`,
			`session.started person:${own.personId}`,
			`membership.added person:${own.personId}`
		]);
		expect((await readLog(above.ctx, { placeCode: area! })).events).toHaveLength(6);
		for (const other of [foreign, publisher])
			await expect(readLog(other.ctx, { placeCode: '1785' })).rejects.toThrow('not-found');
		await expect(exportLog(foreign.ctx, { placeCode: '1785' })).rejects.toThrow('not-found');
		await expect(readLog(own.ctx, { placeCode: area! })).rejects.toThrow('not-found');
	});

	test('is exported as a file without formulas, and that is logged too', async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785', name: '=cmd|x' });
		const file = await exportLog(own.ctx, { placeCode: '1785' });
		expect(file).toContain(`;"'=cmd|x";session.started;`);
		expect(file).not.toMatch(/(^|;)"?[=+@-]/m);
		const { events } = await readLog(own.ctx, { placeCode: '1785' });
		expect(events[0]).toMatchObject({ action: 'log.exported', actorId: own.personId, after: { lines: 2 } });
		expect(await verifyAudit(ctx)).toMatchObject({ ok: true });
		expect(await hasPermission(own.ctx, 'log.read', '1785')).toBe(true);
	});
});
