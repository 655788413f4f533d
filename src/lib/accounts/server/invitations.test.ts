import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff, type Staff } from '#tests/support/people.ts';
import { acceptInvitation, type Acceptance } from './accept-invitation.ts';
import { invitePerson } from './invite-person.ts';
import { listInvitations } from './list-invitations.ts';
import { purgeExpired } from './purge-expired.ts';
import { readInvitation } from './read-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { readSession } from './sessions.ts';

const origin = 'https://lyhord.example';
const newcomer = { name: 'Robin Exempel', password: 'regn mot plåttak', device: 'Safari, iPhone' };

const administrator = (ctx: TestContext, placeCode = '1785') =>
	createStaff(ctx, { role: 'administrator', placeCode });

async function invite(by: Staff, email = 'robin@example.se', placeCode = '1785'): Promise<string> {
	const outcome = await invitePerson(by.ctx, { email, placeCode, role: 'editor', origin });
	if (!outcome.ok) throw new Error(outcome.problems[0]!.code);
	return outcome.value.path.split('/').at(-1)!;
}

const visitor = (ctx: TestContext): TestContext => ({ ...ctx, now: ctx.now, actor: { kind: 'visitor' } });
const accept = (ctx: TestContext, token: string, more: Partial<Acceptance> = {}) =>
	acceptInvitation(visitor(ctx), { token, ...newcomer, ...more });

onBothEngines('an invitation', (createContext) => {
	test('makes somebody new a person with the role, signed in', async () => {
		const ctx = await createContext();
		const token = await invite(await administrator(ctx), ' Robin@Example.SE ');
		expect(await readInvitation(ctx, token)).toMatchObject({
			email: 'robin@example.se',
			role: 'editor',
			placeName: 'Säffle',
			invitedBy: 'Kim Exempel',
			hasAccount: false
		});
		const outcome = await accept(ctx, token);
		expect(outcome).toMatchObject({
			ok: true,
			value: {
				needs: null,
				actor: {
					name: 'Robin Exempel',
					memberships: [{ placeCode: '1785', role: 'editor', through: 'invitation' }]
				}
			}
		});
		await expect(accept(ctx, token)).rejects.toThrow('not-found');
		await expect(readInvitation(ctx, token)).rejects.toThrow('not-found');
	});

	test('is stored without its token and logged without the address', async () => {
		const ctx = await createContext();
		const token = await invite(await administrator(ctx));
		expect(JSON.stringify(await ctx.db.selectFrom('invitation').selectAll().execute())).not.toContain(token);
		await accept(ctx, token);
		const { events } = await listEvents(ctx, { placeCodes: ['1785'] });
		expect(events.slice(0, 3).map(({ action, actorName }) => [action, actorName])).toEqual([
			['invitation.accepted', 'Robin Exempel'],
			['membership.added', 'Robin Exempel'],
			['invitation.sent', 'Kim Exempel']
		]);
		expect(JSON.stringify(events)).not.toMatch(/example\.se/);
		expect(JSON.stringify(events)).not.toContain(token);
	});

	test('is used once, also when it is accepted twice at the same time', async () => {
		const ctx = await createContext();
		const token = await invite(await administrator(ctx));
		const outcomes = await Promise.allSettled([accept(ctx, token), accept(ctx, token)]);
		expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1);
		// Whoever comes late finds a used link: as a problem, or, when it was used already, as no link at all.
		for (const one of outcomes)
			if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'not-found' });
		expect(await ctx.db.selectFrom('person').selectAll().execute()).toHaveLength(2);
	});

	test('is one of two to the same new address: the other asks to sign in first', async () => {
		const ctx = await createContext();
		const [here, there] = [await administrator(ctx), await administrator(ctx, '0180')];
		const tokens = [await invite(here), await invite(there, 'robin@example.se', '0180')];
		const outcomes = await Promise.all(tokens.map((token) => accept(ctx, token)));
		const codes = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.problems[0]!.code));
		expect(codes.sort()).toEqual(['ok', 'sign-in-first']);
	});

	test('works for seven days, is listed as expired and goes after a month more', async () => {
		const ctx = await createContext();
		const by = await administrator(ctx);
		const token = await invite(by);
		ctx.setNow('2027-03-08T11:59:59Z');
		await readInvitation(ctx, token);
		ctx.setNow('2027-03-08T12:00:00Z');
		await expect(readInvitation(ctx, token)).rejects.toThrow('not-found');
		await expect(accept(ctx, token)).rejects.toThrow('not-found');
		expect(await listInvitations(by.ctx, '1785')).toMatchObject([
			{ email: 'robin@example.se', expired: true }
		]);
		await purgeExpired(ctx);
		expect(await listInvitations(by.ctx, '1785')).toHaveLength(1);
		ctx.setNow('2027-04-08T12:00:00Z');
		await purgeExpired(ctx);
		expect(await listInvitations(by.ctx, '1785')).toEqual([]);
	});

	test('that is revoked or sent anew stops working', async () => {
		const ctx = await createContext();
		const by = await administrator(ctx);
		const first = await invite(by);
		const second = await invite(by);
		await expect(readInvitation(ctx, first)).rejects.toThrow('not-found');
		const [open, ...more] = await listInvitations(by.ctx, '1785');
		expect(more).toEqual([]);
		await revokeInvitation(by.ctx, open!.id);
		await expect(readInvitation(ctx, second)).rejects.toThrow('not-found');
		await expect(revokeInvitation(by.ctx, open!.id)).rejects.toThrow('not-found');
	});

	test('is made, listed and revoked by administrators of the place only', async () => {
		const ctx = await createContext();
		const own = await administrator(ctx);
		const foreign = await administrator(ctx, '0180');
		const publisher = await createStaff(ctx, { role: 'publisher', placeCode: '1785' });
		await invite(own);
		const [open] = await listInvitations(own.ctx, '1785');
		for (const other of [foreign, publisher]) {
			await expect(invite(other)).rejects.toThrow('not-found');
			await expect(listInvitations(other.ctx, '1785')).rejects.toThrow('not-found');
			await expect(revokeInvitation(other.ctx, open!.id)).rejects.toThrow('not-found');
		}
		await expect(invite(own, 'x@example.se', 'nowhere')).rejects.toThrow('not-found');
	});

	test('names what is wrong, and still works afterwards', async () => {
		const ctx = await createContext();
		const by = await administrator(ctx);
		for (const email of ['', 'robin', 'a@b.se, c@d.se', 'a@b.se\nbcc: c@d.se'])
			await expect(invite(by, email)).rejects.toThrow(email === '' ? 'missing' : 'invalid-email');
		const token = await invite(by);
		const outcome = await accept(ctx, token, { name: '', password: 'robin-saffle-27' });
		expect(outcome).toMatchObject({
			ok: false,
			problems: [
				{ at: 'name', code: 'missing' },
				{ at: 'password', code: 'common' }
			]
		});
		expect(await accept(ctx, token)).toMatchObject({ ok: true });
	});

	test('to somebody who has an account adds the role once they are signed in, under a new token', async () => {
		const ctx = await createContext();
		const person = await createStaff(ctx, { role: 'reader', placeCode: '1784' });
		const token = await invite(await administrator(ctx), person.email);
		expect(await readInvitation(ctx, token)).toMatchObject({ hasAccount: true });
		expect(await accept(ctx, token)).toMatchObject({ ok: false, problems: [{ code: 'sign-in-first' }] });
		const stranger = await createStaff(ctx, { role: 'reader', placeCode: '1784' });
		const input = { token, ...newcomer };
		expect(await acceptInvitation(stranger.ctx, { ...input, sessionToken: stranger.token })).toMatchObject({
			ok: false,
			problems: [{ code: 'other-person' }]
		});
		const outcome = await acceptInvitation(person.ctx, { ...input, sessionToken: person.token });
		expect(outcome).toMatchObject({
			ok: true,
			value: {
				actor: { personId: person.personId, name: 'Kim Exempel', memberships: [{}, { role: 'editor' }] }
			}
		});
		expect(await readSession(ctx, person.token)).toBeNull();
	});

	test('is not accepted by a session that owes its second factor', async () => {
		const ctx = await createContext();
		const person = await createStaff(ctx, { role: 'reader', placeCode: '1784', secondFactor: false });
		await ctx.db.updateTable('person').set({ secondFactor: 1 }).where('id', '=', person.personId).execute();
		const token = await invite(await administrator(ctx), person.email);
		const input = { token, ...newcomer, sessionToken: person.token };
		await expect(acceptInvitation(person.ctx, input)).rejects.toThrow('not-found');
	});

	test('to a publisher leads to making a second factor', async () => {
		const ctx = await createContext();
		const by = await administrator(ctx);
		const wanted = { email: 'r@example.se', placeCode: '1785', role: 'publisher', origin } as const;
		const outcome = await invitePerson(by.ctx, wanted);
		const token = outcome.ok ? outcome.value.path.split('/').at(-1)! : '';
		expect(await accept(ctx, token)).toMatchObject({ ok: true, value: { needs: 'enrol' } });
	});
});
