import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { verifyAudit } from '#lib/audit/server/verify-audit.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { checkSetupLink } from './check-setup-link.ts';
import { completeSetup } from './complete-setup.ts';
import { createPerson } from './create-person.ts';
import { issueSetupLink } from './issue-setup-link.ts';
import { signIn } from './sign-in.ts';

const tokenOf = (path: string | null) => path!.split('/').at(-1)!;
const filled = {
	municipality: 'saffle kommun',
	sender: '',
	contactEmail: 'trygghet@example.se',
	contactPhone: '',
	name: 'Kim  Exempel',
	email: 'Kim@Example.se',
	password: 'regn mot plåttak',
	device: 'Firefox, Linux'
};

onBothEngines('the set-up link', (createContext) => {
	test('makes the first administrator and the profile once, and is then worth nothing', async () => {
		const ctx = await createContext();
		const token = tokenOf(await issueSetupLink(ctx));
		const done = await completeSetup(ctx, { token, ...filled });
		expect(done).toMatchObject({
			ok: true,
			value: { place: { code: '1785', slug: 'saffle' }, session: { needs: 'enrol' } }
		});
		expect(await readPlaceProfile(ctx, '1785')).toMatchObject({
			sender: 'Säffle kommun och Polisen',
			contactEmail: 'trygghet@example.se'
		});
		const { email, password, device } = filled;
		const signedIn = await signIn(ctx, { email, password, device, source: 'setup test' });
		expect(signedIn).toMatchObject({ ok: true, value: { actor: { name: 'Kim Exempel' } } });
		await expect(checkSetupLink(ctx, token)).rejects.toThrow('not-found');
		await expect(completeSetup(ctx, { token, ...filled })).rejects.toThrow('not-found');
		expect(await issueSetupLink(ctx)).toBeNull();
	});

	test('writes in the log who set up what, without address or password', async () => {
		const ctx = await createContext();
		await completeSetup(ctx, { token: tokenOf(await issueSetupLink(ctx)), ...filled });
		const { events } = await listEvents(ctx, {});
		expect(events.map(({ action, actorName }) => [action, actorName])).toEqual([
			['session.started', 'Kim Exempel'],
			['membership.added', 'Kim Exempel'],
			['setup.completed', 'Kim Exempel']
		]);
		expect(JSON.stringify(events)).not.toMatch(/example\.se|plåttak/i);
		expect(await verifyAudit(ctx)).toMatchObject({ ok: true, events: 3 });
	});

	test('of two at the same time, one sets up', async () => {
		const ctx = await createContext();
		const token = tokenOf(await issueSetupLink(ctx));
		const tries = await Promise.allSettled([
			completeSetup(ctx, { token, ...filled }),
			completeSetup(ctx, { token, ...filled, email: 'robin@example.se' })
		]);
		expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await ctx.db.selectFrom('person').selectAll().execute()).toHaveLength(1);
	});

	test('a new link puts the earlier one out of use, and neither is stored', async () => {
		const ctx = await createContext();
		const first = tokenOf(await issueSetupLink(ctx));
		const second = tokenOf(await issueSetupLink(ctx));
		await expect(checkSetupLink(ctx, first)).rejects.toThrow('not-found');
		await expect(checkSetupLink(ctx, second)).resolves.toBeUndefined();
		expect(JSON.stringify(await ctx.db.selectFrom('setupLink').selectAll().execute())).not.toContain(second);
	});

	test('is made as long as nobody administers, whoever else there is', async () => {
		const ctx = await createContext();
		const person = { name: 'Kim Exempel', email: null };
		const held = { placeCode: '1785', through: 'demonstration' };
		await createPerson(ctx, { ...person, memberships: [{ ...held, role: 'publisher' }] });
		expect(await issueSetupLink(ctx)).not.toBeNull();
		await createPerson(ctx, { ...person, memberships: [{ ...held, role: 'administrator' }] });
		expect(await issueSetupLink(ctx)).toBeNull();
	});

	test('what is wrong is named, nothing is changed and the link still works', async () => {
		const ctx = await createContext();
		const token = tokenOf(await issueSetupLink(ctx));
		await createPerson(ctx, { name: 'Robin', email: 'robin@example.se', memberships: [] });
		const cases: [object, string, string][] = [
			[{ municipality: '' }, 'municipality', 'missing'],
			[{ municipality: 'Ankeborg' }, 'municipality', 'unknown-municipality'],
			[{ contactEmail: '' }, 'contactEmail', 'missing'],
			[{ contactEmail: 'ingen adress' }, 'contactEmail', 'invalid-email'],
			[{ contactPhone: 'ring mig' }, 'contactPhone', 'invalid-phone'],
			[{ name: ' ' }, 'name', 'missing'],
			[{ email: '' }, 'email', 'missing'],
			[{ email: 'a@b\r\nbcc: c@d.se' }, 'email', 'invalid-email'],
			[{ email: 'ROBIN@example.se' }, 'email', 'taken'],
			[{ password: 'kort' }, 'password', 'too-short'],
			[{ password: 'SaffleKommun2026' }, 'password', 'common']
		];
		for (const [part, at, code] of cases) {
			const outcome = await completeSetup(ctx, { token, ...filled, ...part });
			expect(outcome).toMatchObject({ ok: false, problems: [{ at, code }] });
		}
		await checkSetupLink(ctx, token);
		expect(await ctx.db.selectFrom('membership').selectAll().execute()).toEqual([]);
		expect(await ctx.db.selectFrom('placeProfile').selectAll().execute()).toEqual([]);
	});
});
