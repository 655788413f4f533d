import { expect, test, vi } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { createStaff, type Staff } from '#tests/support/people.ts';
import { changePassword } from './change-password.ts';
import { issueResetLink } from './issue-reset-link.ts';
import { hashPassword } from './password-hash.ts';
import { renamePerson } from './rename-person.ts';
import { requestReset } from './request-reset.ts';
import { checkResetLink, resetPassword } from './reset-password.ts';
import { readSession } from './sessions.ts';
import { issueSignInLink, useSignInLink } from './sign-in-links.ts';
import { signIn } from './sign-in.ts';

const old = 'regn mot plåttak';
const next = 'vinden går i gran';
let number = 0;

async function createEditor(ctx: TestContext, placeCode = '1785'): Promise<Staff> {
	// Every context draws the same ids; failed guesses are counted by id over the whole process.
	ctx.random.bytes(++number);
	const staff = await createStaff(ctx, { role: 'editor', placeCode });
	const passwordHash = await hashPassword(old);
	await ctx.db.updateTable('person').set({ passwordHash }).where('id', '=', staff.personId).execute();
	return staff;
}

const maySignIn = async (ctx: TestContext, { email }: Staff, password: string) =>
	(await signIn(ctx, { email, password, source: `passwords ${++number}`, device: 'Firefox, Linux' })).ok;

const lastOf = (path: string) => path.split('/').at(-1)!;

onBothEngines('a password', (createContext) => {
	test('is changed by who knows it: other sessions end, this one goes on under a new token', async () => {
		const ctx = await createContext();
		const staff = await createEditor(ctx);
		const other = await signIn(ctx, { email: staff.email, password: old, source: 'other', device: 'x' });
		const outcome = await changePassword(staff.ctx, { token: staff.token, current: old, password: next });
		expect(outcome).toMatchObject({ ok: true, value: { needs: null } });
		expect(await readSession(ctx, staff.token)).toBeNull();
		expect(other.ok && (await readSession(ctx, other.value.token))).toBeNull();
		expect(outcome.ok && (await readSession(ctx, outcome.value.token))).toMatchObject({ needs: null });
		expect(await maySignIn(ctx, staff, old)).toBe(false);
		expect(await maySignIn(ctx, staff, next)).toBe(true);
	});

	test('is not changed without the current one, and guessing at it is slowed down', async () => {
		const ctx = await createContext();
		const staff = await createEditor(ctx);
		const change = (current: string, password = next) =>
			changePassword(staff.ctx, { token: staff.token, current, password });
		for (const password of ['kort', 'Exempel12345!', 'saffle-saffle'])
			expect(await change(old, password)).toMatchObject({ ok: false, problems: [{ at: 'password' }] });
		for (let guesses = 0; guesses < 5; guesses++)
			expect(await change('fel fel fel fel')).toMatchObject({ problems: [{ at: 'current', code: 'wrong' }] });
		expect(await change(old)).toMatchObject({ ok: false, problems: [{ code: 'wait' }] });
		const stranger = await createEditor(ctx);
		const input = { token: stranger.token, current: old, password: next };
		await expect(changePassword(staff.ctx, input)).rejects.toMatchObject({ code: 'not-found' });
	});

	test('is never stored or logged in clear', async () => {
		const ctx = await createContext();
		const staff = await createEditor(ctx);
		await changePassword(staff.ctx, { token: staff.token, current: old, password: next });
		for (const table of ['person', 'session', 'auditEvent'] as const)
			expect(JSON.stringify(await ctx.db.selectFrom(table).selectAll().execute())).not.toMatch(
				/plåttak|gran/
			);
		const person = await ctx.db
			.selectFrom('person')
			.selectAll()
			.where('id', '=', staff.personId)
			.executeTakeFirst();
		expect(person!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});
});

onBothEngines('a reset link', (createContext) => {
	test('is mailed to the person, works once and ends every session', async () => {
		const ctx = await createContext();
		const letters = await startMailServer();
		const staff = await createEditor(ctx);
		await requestReset(ctx, { email: staff.email, source: 'reset 1', origin: 'https://lyhord.example' }).sent;
		expect(letters).toMatchObject([{ to: [staff.email] }]);
		const token = /https:\/\/lyhord\.example\/aterstall\/([\w-]{22})/.exec(letters[0]!.data)![1]!;
		await checkResetLink(ctx, token);
		expect(JSON.stringify(await ctx.db.selectFrom('personLink').selectAll().execute())).not.toContain(token);
		expect(await resetPassword(ctx, { token, password: 'kort' })).toMatchObject({ ok: false });
		expect(await resetPassword(ctx, { token, password: next })).toEqual({ ok: true, value: null });
		expect(await readSession(ctx, staff.token)).toBeNull();
		expect(await maySignIn(ctx, staff, next)).toBe(true);
		await expect(checkResetLink(ctx, token)).rejects.toThrow('not-found');
		await expect(resetPassword(ctx, { token, password: old })).rejects.toThrow('not-found');
	});

	test('is asked for without learning who has an account, and not again and again', async () => {
		const ctx = await createContext();
		const letters = await startMailServer();
		const staff = await createEditor(ctx);
		const ask = (email: string) =>
			requestReset(ctx, { email, source: 'reset 2', origin: 'https://x.example' });
		expect(Object.keys(ask('nobody@example.se'))).toEqual(Object.keys(ask('ingen adress')));
		for (let times = 0; times < 6; times++) await ask(staff.email).sent;
		await ask('nobody@example.se').sent;
		expect(letters).toHaveLength(3);
		expect(new Set(letters.flatMap(({ to }) => to))).toEqual(new Set([staff.email]));
	});

	test('stops working after an hour and when a newer one is made', async () => {
		const ctx = await createContext();
		const staff = await createEditor(ctx);
		const by = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const first = lastOf(await issueResetLink(by.ctx, staff.personId));
		const second = lastOf(await issueResetLink(by.ctx, staff.personId));
		await expect(checkResetLink(ctx, first)).rejects.toThrow('not-found');
		await checkResetLink(ctx, second);
		ctx.setNow('2027-03-01T13:00:00Z');
		await expect(checkResetLink(ctx, second)).rejects.toThrow('not-found');
		await expect(resetPassword(ctx, { token: second, password: next })).rejects.toThrow('not-found');
	});

	test('is not made by an administrator for somebody with a role beyond their places', async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const foreign = await createStaff(ctx, { role: 'administrator', placeCode: '0180' });
		const staff = await createEditor(ctx);
		await expect(issueResetLink(foreign.ctx, staff.personId)).rejects.toThrow('not-found');
		await expect(issueResetLink(own.ctx, foreign.personId)).rejects.toThrow('not-found');
		await ctx.db
			.insertInto('membership')
			.values({
				personId: staff.personId,
				placeCode: '0180',
				role: 'reader',
				through: 'invitation',
				startedAt: 0
			})
			.execute();
		await expect(issueResetLink(own.ctx, staff.personId)).rejects.toThrow('not-found');
		await expect(issueResetLink(own.ctx, 'nobody')).rejects.toThrow('not-found');
	});

	test('leaves the second factor where it is', async () => {
		const ctx = await createContext();
		const staff = await createEditor(ctx);
		await ctx.db.updateTable('person').set({ secondFactor: 1 }).where('id', '=', staff.personId).execute();
		const token = lastOf(await issueResetLink({ ...ctx, actor: { kind: 'system' } }, staff.personId));
		await resetPassword(ctx, { token, password: next });
		const input = { email: staff.email, password: next, source: 'reset 3', device: 'x' };
		expect(await signIn(ctx, input)).toMatchObject({ ok: true, value: { needs: 'second-factor' } });
	});

	test('is not mailed where no mail server is configured', async () => {
		vi.stubEnv('SMTP_URL', '');
		const ctx = await createContext();
		const staff = await createEditor(ctx);
		await requestReset(ctx, { email: staff.email, source: 'reset 4', origin: 'https://x.example' }).sent;
		expect(await ctx.db.selectFrom('personLink').selectAll().execute()).toEqual([]);
		vi.unstubAllEnvs();
	});
});

onBothEngines('a sign-in link', (createContext) => {
	test('is made by the system only, signs in once and within ten minutes', async () => {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		await expect(issueSignInLink(staff.ctx, staff.personId)).rejects.toThrow('not-found');
		const path = await issueSignInLink(ctx, staff.personId);
		expect(path).toMatch(/^\/logga-in\/lank\/[\w-]{22}$/);
		const input = { token: lastOf(path), device: 'Firefox, Linux' };
		expect(await useSignInLink(ctx, input)).toMatchObject({
			needs: null,
			actor: { personId: staff.personId, secondFactor: true }
		});
		await expect(useSignInLink(ctx, input)).rejects.toThrow('not-found');
		const late = lastOf(await issueSignInLink(ctx, staff.personId));
		await expect(checkResetLink(ctx, late)).rejects.toThrow('not-found');
		ctx.setNow('2027-03-01T12:10:00Z');
		await expect(useSignInLink(ctx, { ...input, token: late })).rejects.toThrow('not-found');
	});
});

onBothEngines("one's own name", (createContext) => {
	test('is changed by the person, on one line, and the log tells both', async () => {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'reader', placeCode: '1785' });
		expect(await renamePerson(staff.ctx, ' ')).toMatchObject({ problems: [{ at: 'name', code: 'missing' }] });
		expect(await renamePerson(staff.ctx, 'x'.repeat(101))).toMatchObject({
			problems: [{ code: 'too-long' }]
		});
		expect(await renamePerson(staff.ctx, ' Kim\r\nE. Exempel ')).toEqual({ ok: true, value: null });
		expect(await readSession(ctx, staff.token)).toMatchObject({ actor: { name: 'Kim E. Exempel' } });
		const { events } = await listEvents(ctx, { action: 'person.renamed' });
		expect(events).toMatchObject([{ before: { name: 'Kim Exempel' }, after: { name: 'Kim E. Exempel' } }]);
	});
});
