import { expect, test } from 'vitest';
import { onBothEngines, reopen, type TestContext } from '#tests/support/context.ts';
import { createStaff, type Staff } from '#tests/support/people.ts';
import { totpCode } from '../totp.ts';
import { makeRecoveryCodes, passRecoveryCode } from './recovery-codes.ts';
import { secondFactorState } from './second-factor.ts';
import { readSession, startSession, type StartedSession } from './sessions.ts';
import { passTotp } from './totp-check.ts';
import { confirmTotp, removeTotp, startTotp } from './totp-enrolment.ts';

const start = Date.parse('2027-03-01T12:00:00Z');
const wrong = { ok: false, problems: [{ at: 'code', code: 'wrong-code' }] };

/** The same person's context in another session. */
const inSession = (ctx: TestContext, { actor, token }: StartedSession) => ({ ctx: { ...ctx, actor }, token });

/** An editor who has set up an app (at noon) and has signed in anew with the password alone. */
async function withApp(
	ctx: TestContext,
	role: Staff['ctx']['actor']['memberships'][number]['role'] = 'editor'
) {
	ctx.setNow(new Date(start));
	const staff = await createStaff(ctx, { role, placeCode: '1785', secondFactor: false });
	const { secret } = await startTotp(staff.ctx);
	const done = await confirmTotp(staff.ctx, { token: staff.token, code: totpCode(secret, start) });
	if (!done.ok) throw new Error('not confirmed');
	const { personId } = staff;
	const signIn = () =>
		ctx.db
			.transaction()
			.execute((trx) =>
				startSession(trx, ctx, { personId, method: 'password', secondFactor: false, device: 'Firefox' })
			);
	ctx.setNow(new Date(start + 60_000));
	const again = inSession(ctx, await signIn());
	return {
		personId,
		secret,
		recoveryCodes: done.value.recoveryCodes!,
		session: done.value.session,
		again,
		signIn
	};
}

const codeNow = (ctx: TestContext, secret: string, away = 0) => totpCode(secret, ctx.now().getTime() + away);

onBothEngines('an authenticator app', (createContext) => {
	test('counts when a code from it is confirmed, not before', async () => {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'publisher', placeCode: '1785', secondFactor: false });
		expect(await secondFactorState(ctx, staff.personId)).toMatchObject({ enrolled: false, required: true });
		const { secret, uri, qr } = await startTotp(staff.ctx);
		expect(uri).toContain(encodeURIComponent(staff.email));
		expect(qr.path.length).toBeGreaterThan(500);
		expect(await confirmTotp(staff.ctx, { token: staff.token, code: '000000' })).toMatchObject(wrong);
		expect(await secondFactorState(ctx, staff.personId)).toMatchObject({ totp: false, enrolled: false });
		const done = await confirmTotp(staff.ctx, { token: staff.token, code: codeNow(ctx, secret) });
		expect(done).toMatchObject({
			ok: true,
			value: { session: { needs: null, actor: { secondFactor: true } } }
		});
		expect(done.ok && done.value.recoveryCodes).toHaveLength(10);
		expect(done.ok && done.value.session.token).not.toBe(staff.token);
		expect(await readSession(ctx, staff.token)).toBeNull();
		expect(await secondFactorState(ctx, staff.personId)).toEqual({
			totp: true,
			passkeys: 0,
			recoveryCodes: 10,
			enrolled: true,
			required: true
		});
	});

	test('passes the second factor and gives the session a new token', async () => {
		const ctx = await createContext();
		const { secret, again } = await withApp(ctx);
		expect(again.ctx.actor.memberships).toEqual([]);
		const passed = await passTotp(again.ctx, { token: again.token, code: codeNow(ctx, secret) });
		expect(passed).toMatchObject({ ok: true, value: { needs: null, actor: { secondFactor: true } } });
		expect(await readSession(ctx, again.token)).toBeNull();
	});

	test('a code works once, also in another session, and no older code after it', async () => {
		const ctx = await createContext();
		const { secret, again, signIn } = await withApp(ctx);
		const code = codeNow(ctx, secret);
		expect(await passTotp(again.ctx, { token: again.token, code })).toMatchObject({ ok: true });
		const third = inSession(ctx, await signIn());
		expect(await passTotp(third.ctx, { token: third.token, code })).toMatchObject(wrong);
		const older = codeNow(ctx, secret, -30_000);
		expect(await passTotp(third.ctx, { token: third.token, code: older })).toMatchObject(wrong);
	});

	test('the code that confirmed the app is used up', async () => {
		const ctx = await createContext();
		const { secret, again } = await withApp(ctx);
		ctx.setNow(new Date(start + 20_000));
		const code = totpCode(secret, start);
		expect(await passTotp(again.ctx, { token: again.token, code })).toMatchObject(wrong);
	});

	test('of two processes that get the same code only one accepts it', async () => {
		const ctx = await createContext();
		const { secret, signIn } = await withApp(ctx);
		const db = reopen(ctx);
		const other = { ...ctx, db };
		const sessions = [inSession(ctx, await signIn()), inSession(other, await signIn())];
		const code = codeNow(ctx, secret);
		const tries = await Promise.allSettled(
			sessions.map((session) => passTotp(session.ctx, { token: session.token, code }))
		);
		await db.destroy();
		const accepted = tries.filter((one) => one.status === 'fulfilled' && one.value.ok);
		expect(accepted).toHaveLength(1);
	});

	test('many guesses at once count one by one; after five the next waits, and a recovery code does not', async () => {
		const ctx = await createContext();
		const { secret, again, recoveryCodes } = await withApp(ctx);
		const guess = () => passTotp(again.ctx, { token: again.token, code: '000000' });
		const tries = await Promise.all(Array.from({ length: 12 }, guess));
		const codes = tries.map((one) => (one.ok ? 'ok' : one.problems[0]!.code));
		expect(codes.filter((code) => code === 'wrong-code').length).toBeLessThanOrEqual(5);
		while ((await guess()).ok === false) {
			const { failures } = await ctx.db.selectFrom('totp').select('failures').executeTakeFirstOrThrow();
			if (failures >= 5) break;
		}
		const code = codeNow(ctx, secret);
		const right = await passTotp(again.ctx, { token: again.token, code });
		expect(right).toMatchObject({ ok: false, problems: [{ code: 'wait' }] });
		const recovered = await passRecoveryCode(again.ctx, { token: again.token, code: recoveryCodes[0]! });
		expect(recovered).toMatchObject({ ok: true });
	});

	test('after waiting the right code works, and the count begins anew', async () => {
		const ctx = await createContext();
		const { secret, again } = await withApp(ctx);
		for (let guess = 0; guess < 5; guess++) await passTotp(again.ctx, { token: again.token, code: '000000' });
		ctx.setNow(new Date(start + 120_000));
		const code = codeNow(ctx, secret);
		expect(await passTotp(again.ctx, { token: again.token, code })).toMatchObject({ ok: true });
		expect(await ctx.db.selectFrom('totp').select(['failures', 'retryAt']).execute()).toEqual([
			{ failures: 0, retryAt: 0 }
		]);
	});

	test('a session that has not passed the second factor changes no factor', async () => {
		const ctx = await createContext();
		const { again, secret } = await withApp(ctx);
		await expect(startTotp(again.ctx)).rejects.toThrow('not-found');
		await expect(removeTotp(again.ctx)).rejects.toThrow('not-found');
		await expect(makeRecoveryCodes(again.ctx)).rejects.toThrow('not-found');
		const code = codeNow(ctx, secret);
		await expect(confirmTotp(again.ctx, { token: again.token, code })).rejects.toThrow('not-found');
	});

	test('another session’s token is refused', async () => {
		const ctx = await createContext();
		const { again, secret, signIn } = await withApp(ctx);
		const { token } = await signIn();
		await expect(passTotp(again.ctx, { token, code: codeNow(ctx, secret) })).rejects.toThrow(
			'not this session'
		);
	});

	test('a new app replaces the old one only when it is confirmed', async () => {
		const ctx = await createContext();
		const { session, secret, signIn } = await withApp(ctx, 'publisher');
		const passed = inSession(ctx, session);
		const { secret: next } = await startTotp(passed.ctx);
		const second = inSession(ctx, await signIn());
		expect(await passTotp(second.ctx, { token: second.token, code: codeNow(ctx, secret) })).toMatchObject({
			ok: true
		});
		const confirmed = await confirmTotp(passed.ctx, { token: passed.token, code: codeNow(ctx, next) });
		expect(confirmed).toMatchObject({ ok: true, value: { recoveryCodes: null } });
		ctx.setNow(new Date(start + 120_000));
		const third = inSession(ctx, await signIn());
		expect(await passTotp(third.ctx, { token: third.token, code: codeNow(ctx, secret) })).toMatchObject(
			wrong
		);
		expect(await passTotp(third.ctx, { token: third.token, code: codeNow(ctx, next) })).toMatchObject({
			ok: true
		});
	});

	test('is taken away by an editor, with the recovery codes, but not as a publisher’s last factor', async () => {
		const ctx = await createContext();
		const editor = await withApp(ctx);
		expect(await removeTotp(inSession(ctx, editor.session).ctx)).toEqual({ ok: true, value: null });
		expect(await secondFactorState(ctx, editor.personId)).toMatchObject({
			enrolled: false,
			recoveryCodes: 0
		});
		const publisher = await withApp(ctx, 'publisher');
		expect(await removeTotp(inSession(ctx, publisher.session).ctx)).toMatchObject({
			ok: false,
			problems: [{ code: 'last-factor' }]
		});
		expect(await secondFactorState(ctx, publisher.personId)).toMatchObject({ totp: true });
	});

	test('its secret lies sealed: not in clear, and worthless in another person’s row', async () => {
		const ctx = await createContext();
		const { secret, personId, again } = await withApp(ctx);
		const rows = JSON.stringify(await ctx.db.selectFrom('totp').selectAll().execute());
		expect(rows).not.toContain(secret);
		const other = await createStaff(ctx, { role: 'editor', placeCode: '1785', secondFactor: false });
		const draft = await startTotp(other.ctx);
		const { sealedSecret } = await ctx.db
			.selectFrom('totp')
			.select('sealedSecret')
			.where('personId', '=', other.personId)
			.executeTakeFirstOrThrow();
		await ctx.db.updateTable('totp').set({ sealedSecret }).where('personId', '=', personId).execute();
		const code = codeNow(ctx, draft.secret);
		await expect(passTotp(again.ctx, { token: again.token, code })).rejects.toThrow();
	});
});

onBothEngines('recovery codes', (createContext) => {
	test('work once each, only for their person', async () => {
		const ctx = await createContext();
		const { recoveryCodes, again, signIn, personId } = await withApp(ctx);
		const code = recoveryCodes[3]!;
		const other = await withApp(ctx);
		expect(await passRecoveryCode(other.again.ctx, { token: other.again.token, code })).toMatchObject(wrong);
		const written = code.toUpperCase().replaceAll('-', ' ');
		const passed = await passRecoveryCode(again.ctx, { token: again.token, code: written });
		expect(passed).toMatchObject({ ok: true, value: { actor: { secondFactor: true } } });
		const third = inSession(ctx, await signIn());
		expect(await passRecoveryCode(third.ctx, { token: third.token, code })).toMatchObject(wrong);
		expect(await secondFactorState(ctx, personId)).toMatchObject({ recoveryCodes: 9 });
	});

	test('the same code at the same time works once', async () => {
		const ctx = await createContext();
		const { recoveryCodes, signIn } = await withApp(ctx);
		const sessions = [inSession(ctx, await signIn()), inSession(ctx, await signIn())];
		const tries = await Promise.all(
			sessions.map(({ ctx: own, token }) => passRecoveryCode(own, { token, code: recoveryCodes[0]! }))
		);
		expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('new ones put the earlier ones out of use; none is stored in clear', async () => {
		const ctx = await createContext();
		const { recoveryCodes, session, again } = await withApp(ctx);
		const codes = await makeRecoveryCodes(inSession(ctx, session).ctx);
		expect(codes).toHaveLength(10);
		const rows = JSON.stringify(await ctx.db.selectFrom('recoveryCode').selectAll().execute());
		for (const code of codes) expect(rows).not.toContain(code);
		const old = await passRecoveryCode(again.ctx, { token: again.token, code: recoveryCodes[0]! });
		expect(old).toMatchObject(wrong);
		expect(await passRecoveryCode(again.ctx, { token: again.token, code: codes[9]! })).toMatchObject({
			ok: true
		});
	});

	test('making and using them is in the log, without any code', async () => {
		const ctx = await createContext();
		const { recoveryCodes, again } = await withApp(ctx);
		await passRecoveryCode(again.ctx, { token: again.token, code: recoveryCodes[0]! });
		const log = await ctx.db.selectFrom('auditEvent').selectAll().execute();
		const actions = log.map(({ action }) => action);
		for (const action of [
			'totp.enrolled',
			'recovery-codes.made',
			'second-factor.passed',
			'recovery-code.used'
		])
			expect(actions).toContain(action);
		for (const code of recoveryCodes) expect(JSON.stringify(log)).not.toContain(code);
	});
});
