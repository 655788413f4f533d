import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { isPostgres } from '#lib/server/db/lock.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { endOtherSessions, endSession, listSessions, signOut } from './own-sessions.ts';
import { purgeExpired } from './purge-expired.ts';
import { passSecondFactor, readSession, rotateSession, startSession } from './sessions.ts';

const start = (
	ctx: TestContext,
	personId: string,
	more: { replaces?: string; secondFactor?: boolean } = {}
) =>
	ctx.db.transaction().execute((trx) =>
		startSession(trx, ctx, {
			personId,
			method: 'password',
			secondFactor: true,
			device: 'Edge, Windows',
			...more
		})
	);

onBothEngines('a session', (createContext) => {
	test('tells who acts, and only its hash is stored', async () => {
		const ctx = await createContext();
		const { personId, token } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		expect(await readSession(ctx, token)).toEqual({
			needs: null,
			actor: {
				kind: 'staff',
				personId,
				name: 'Kim Exempel',
				sessionId: expect.stringMatching(/^[0-9a-f]{64}$/),
				secondFactor: true,
				memberships: [{ placeCode: '1785', role: 'editor', through: 'invitation' }]
			}
		});
		const tables = ['session', 'auditEvent', 'person', 'membership'] as const;
		for (const table of tables)
			expect(JSON.stringify(await ctx.db.selectFrom(table).selectAll().execute())).not.toContain(token);
		if (!isPostgres(ctx.db))
			for (const file of [ctx.location, `${ctx.location}-wal`])
				expect(readFileSync(file).includes(token)).toBe(false);
	});

	test('is nobody for tokens that were never made, and for the stored hash', async () => {
		const ctx = await createContext();
		const { ctx: own } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		for (const token of ['', 'x', own.actor.sessionId, 'A'.repeat(22), "' or 1=1 --", 'å'.repeat(22)])
			expect(await readSession(ctx, token)).toBeNull();
	});

	test('ends after two idle hours, lives on while it is used, and never longer than twelve', async () => {
		const ctx = await createContext();
		const { personId, token } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const { token: idle } = await start(ctx, personId);
		for (const hour of ['13:59', '15:58', '17:57', '19:56', '21:55', '23:54', '23:59']) {
			ctx.setNow(`2027-03-01T${hour}:00Z`);
			expect(await readSession(ctx, token), hour).not.toBeNull();
			if (hour === '15:58') expect(await readSession(ctx, idle)).toBeNull();
		}
		ctx.setNow('2027-03-02T00:00:01Z');
		expect(await readSession(ctx, token)).toBeNull();
	});

	test('keeps its idle time from the last use, also between the notes of it', async () => {
		const ctx = await createContext();
		const { token } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		ctx.setNow('2027-03-01T12:30:00Z');
		await readSession(ctx, token);
		ctx.setNow('2027-03-01T14:29:00Z');
		expect(await readSession(ctx, token)).not.toBeNull();
		ctx.setNow('2027-03-01T16:30:00Z');
		expect(await readSession(ctx, token)).toBeNull();
	});

	test('of a publisher without a second factor leads to making one; then its roles count', async () => {
		const ctx = await createContext();
		const { token, personId } = await createStaff(ctx, {
			role: 'publisher',
			placeCode: '1785',
			secondFactor: false
		});
		expect(await readSession(ctx, token)).toMatchObject({ needs: 'enrol', actor: { memberships: [] } });
		await ctx.db.updateTable('person').set({ secondFactor: 1 }).where('id', '=', personId).execute();
		expect(await readSession(ctx, token)).toMatchObject({
			needs: 'second-factor',
			actor: { memberships: [] }
		});
		const passed = await ctx.db.transaction().execute((trx) => passSecondFactor(trx, ctx, token));
		expect(passed).toMatchObject({ needs: null, actor: { memberships: [{ role: 'publisher' }] } });
		expect(await readSession(ctx, token)).toBeNull();
		expect(await readSession(ctx, passed.token)).toMatchObject({ needs: null });
	});

	test('goes on under a new token when it is rotated, with its old end', async () => {
		const ctx = await createContext();
		const { token } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		ctx.setNow('2027-03-01T13:00:00Z');
		const next = await ctx.db.transaction().execute((trx) => rotateSession(trx, ctx, { token }));
		expect(next.token).not.toBe(token);
		expect(await readSession(ctx, token)).toBeNull();
		await expect(ctx.db.transaction().execute((trx) => rotateSession(trx, ctx, { token }))).rejects.toThrow();
		const { startedAt, endsAt } = await ctx.db.selectFrom('session').selectAll().executeTakeFirstOrThrow();
		expect(new Date(startedAt).toISOString()).toBe('2027-03-01T12:00:00.000Z');
		expect(new Date(endsAt).toISOString()).toBe('2027-03-02T00:00:00.000Z');
	});

	test('that is rotated while all are ended does not come back', async () => {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const other = await start(ctx, staff.personId);
		for (let round = 0; round < 5; round++) {
			const { token } = await start(ctx, staff.personId);
			const asOther = { ...ctx, now: ctx.now, actor: other.actor };
			const [rotated] = await Promise.allSettled([
				ctx.db.transaction().execute((trx) => rotateSession(trx, ctx, { token })),
				endOtherSessions(asOther)
			]);
			if (rotated.status === 'fulfilled') await endOtherSessions(asOther);
			expect(await ctx.db.selectFrom('session').selectAll().execute()).toHaveLength(1);
		}
	});

	test('is rotated once, also when it is asked for twice at the same time', async () => {
		const ctx = await createContext();
		const { token } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const rotate = () => ctx.db.transaction().execute((trx) => rotateSession(trx, ctx, { token }));
		const tries = await Promise.allSettled([rotate(), rotate(), rotate()]);
		expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await ctx.db.selectFrom('session').selectAll().execute()).toHaveLength(1);
	});

	test('never takes over a token that the browser brought along', async () => {
		const ctx = await createContext();
		const { token, personId } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const planted = 'A'.repeat(22);
		const first = await start(ctx, personId, { replaces: planted });
		expect(first.token).not.toBe(planted);
		expect(await readSession(ctx, planted)).toBeNull();
		await start(ctx, personId, { replaces: token });
		expect(await readSession(ctx, token)).toBeNull();
	});

	test('of one person is listed without anything that opens it, and ended one by one or all others', async () => {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const other = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const second = await start(ctx, staff.personId);
		const third = await start(ctx, staff.personId);
		const listed = await listSessions(staff.ctx);
		expect(listed).toHaveLength(3);
		expect(listed.filter(({ current }) => current)).toHaveLength(1);
		for (const { id } of listed) expect(await readSession(ctx, id)).toBeNull();
		expect(JSON.stringify(listed)).not.toContain(second.token);
		await endSession(staff.ctx, second.actor.sessionId);
		expect(await readSession(ctx, second.token)).toBeNull();
		await expect(endSession(staff.ctx, second.actor.sessionId)).rejects.toThrow('not-found');
		await expect(endSession(staff.ctx, other.ctx.actor.sessionId)).rejects.toThrow('not-found');
		expect(await endOtherSessions(staff.ctx)).toBe(1);
		expect(await readSession(ctx, third.token)).toBeNull();
		expect(await readSession(ctx, staff.token)).not.toBeNull();
		expect(await readSession(ctx, other.token)).not.toBeNull();
		await signOut(staff.ctx);
		expect(await readSession(ctx, staff.token)).toBeNull();
		const { events } = await listEvents(ctx, { personId: staff.personId });
		expect(events.slice(0, 3).map(({ action }) => action)).toEqual([
			'session.ended',
			'sessions.ended',
			'session.ended'
		]);
	});

	test('that owes its second factor can sign out and do nothing else with the account', async () => {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'editor', placeCode: '1785', secondFactor: false });
		await ctx.db.updateTable('person').set({ secondFactor: 1 }).where('id', '=', staff.personId).execute();
		await expect(listSessions(staff.ctx)).rejects.toThrow('not-found');
		await expect(endOtherSessions(staff.ctx)).rejects.toThrow('not-found');
		await expect(endSession(staff.ctx, staff.ctx.actor.sessionId)).rejects.toThrow('not-found');
		await signOut(staff.ctx);
		expect(await readSession(ctx, staff.token)).toBeNull();
	});

	test('that has ended is purged from the table', async () => {
		const ctx = await createContext();
		await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		ctx.setNow('2027-03-01T13:00:00Z');
		await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		ctx.setNow('2027-03-01T14:30:00Z');
		await purgeExpired(ctx);
		expect(await ctx.db.selectFrom('session').selectAll().execute()).toHaveLength(1);
	});
});
