import { expect, test } from 'vitest';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import {
	cookie,
	finish,
	karlstad,
	origin,
	saffle,
	visiting,
	withOrganisation
} from '#tests/support/organisation.ts';
import { createPasskeyDevice } from '#tests/support/passkey-device.ts';
import { createStaff } from '#tests/support/people.ts';
import { organisationReturnPath } from '../oidc-organisation.ts';
import { relyingParty } from '../passkey.ts';
import { startOrganisationSignIn } from './oidc-sign-in.ts';
import { addPasskey, startPasskey } from './passkey-enrolment.ts';
import { signInWithPasskey, startPasskeySignIn } from './passkey-sign-in.ts';

const { configure, kim, goAndReturn, signIn } = withOrganisation();

const memberships = (ctx: TestContext) =>
	ctx.db.selectFrom('membership').select(['personId', 'placeCode', 'role', 'through']).execute();

onBothEngines('signing in at one’s organisation', (createContext) => {
	test('makes the person at the first visit, with the roles of the rules and no e-mail address', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators', 'others'], { claims: { email: 'kim@example.se', email_verified: true } });
		const first = await signIn(ctx, id);
		expect(first).toMatchObject({
			ok: true,
			value: { needs: null, actor: { name: 'Kim Exempel', secondFactor: false } }
		});
		const through = `organisation:${id}`;
		expect(await memberships(ctx)).toMatchObject([{ placeCode: saffle, role: 'editor', through }]);
		expect(await ctx.db.selectFrom('person').select(['email', 'passwordHash']).execute()).toEqual([
			{ email: null, passwordHash: null }
		]);
		const second = await signIn(ctx, id);
		expect(second.ok && first.ok && second.value.actor.personId === first.value.actor.personId).toBe(true);
		expect(await ctx.db.selectFrom('person').select('id').execute()).toHaveLength(1);
	});

	test('uses PKCE with S256, and an own state and nonce every time', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		const start = async () => {
			const started = await startOrganisationSignIn(visiting(ctx), { id, origin, cookie });
			return started.ok ? started.value.searchParams : new URLSearchParams();
		};
		const [one, other] = [await start(), await start()];
		expect(one.get('code_challenge_method')).toBe('S256');
		expect(one.get('redirect_uri')).toBe(origin + organisationReturnPath(id));
		for (const name of ['state', 'nonce', 'code_challenge']) {
			expect(one.get(name)).toMatch(/^[\w-]{43}$/);
			expect(one.get(name)).not.toBe(other.get(name));
		}
	});

	test('roles follow the rules at every sign-in; without any nobody gets in', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx, {
			rules: [
				{ claim: 'groups', value: 'coordinators', role: 'editor', placeCode: saffle },
				{ claim: 'groups', value: 'police', role: 'reader', placeCode: saffle },
				{ claim: 'realm_access.roles', value: 'lead', role: 'facilitator', placeCode: saffle }
			]
		});
		const rolesAfter = async () => {
			await signIn(ctx, id);
			return (await memberships(ctx)).map(({ role }) => role).sort();
		};
		kim(['coordinators', 'police'], { claims: { realm_access: { roles: ['lead'] } } });
		expect(await rolesAfter()).toEqual(['editor', 'facilitator', 'reader']);
		kim(['police']);
		expect(await rolesAfter()).toEqual(['reader']);
		kim([]);
		expect(await signIn(ctx, id)).toMatchObject({ ok: false, problems: [{ code: 'no-role' }] });
		expect(await memberships(ctx)).toEqual([]);
		const log = await ctx.db.selectFrom('auditEvent').select(['action', 'actorId']).execute();
		expect(log.filter(({ action }) => action === 'membership.removed')).toHaveLength(3);
	});

	test('somebody without any role leaves nothing behind', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['others']);
		expect(await signIn(ctx, id)).toMatchObject({ ok: false, problems: [{ code: 'no-role' }] });
		expect(await ctx.db.selectFrom('person').select('id').execute()).toEqual([]);
	});

	test('a role that was given by invitation is not taken by a rule', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		const first = await signIn(ctx, id);
		const personId = first.ok ? first.value.actor.personId : '';
		await ctx.db
			.insertInto('membership')
			.values({ personId, placeCode: saffle, role: 'reader', through: 'invitation', startedAt: 0 })
			.execute();
		kim([]);
		expect(await signIn(ctx, id)).toMatchObject({ ok: true });
		expect(await memberships(ctx)).toMatchObject([{ role: 'reader', through: 'invitation' }]);
	});

	test('an e-mail address that somebody here has opens nobody’s account', async () => {
		const ctx = await createContext();
		const admin = await createStaff(ctx, { role: 'administrator', placeCode: saffle });
		const { id } = await configure(ctx);
		kim(['coordinators'], { claims: { email: admin.email, email_verified: true } });
		const signedIn = await signIn(ctx, id);
		expect(signedIn).toMatchObject({ ok: true, value: { actor: { memberships: [{ role: 'editor' }] } } });
		expect(signedIn.ok && signedIn.value.actor.personId).not.toBe(admin.personId);
	});

	test('the same subject of another organisation is another person', async () => {
		const ctx = await createContext();
		const here = await configure(ctx);
		const rules = [{ claim: 'groups', value: 'coordinators', role: 'reader', placeCode: karlstad } as const];
		const there = await configure(ctx, { placeCode: karlstad, clientId: 'karlstad', rules });
		kim(['coordinators']);
		const [one, other] = [await signIn(ctx, here.id), await signIn(ctx, there.id)];
		expect(one.ok && other.ok && one.value.actor.personId !== other.value.actor.personId).toBe(true);
		expect(other).toMatchObject({ ok: true, value: { actor: { memberships: [{ placeCode: karlstad }] } } });
	});

	test('two first visits at the same moment make one person', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		const ways = [await goAndReturn(ctx, id), await goAndReturn(ctx, id)];
		const both = await Promise.all(ways.map((way) => finish(ctx, id, way)));
		expect(both).toMatchObject([{ ok: true }, { ok: true }]);
		expect(await ctx.db.selectFrom('person').select('id').execute()).toHaveLength(1);
	});
});

onBothEngines('an organisation’s second factor', (createContext) => {
	const rules = [{ claim: 'groups', value: 'heads', role: 'publisher', placeCode: saffle } as const];

	test('counts only when its administrator has said so', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx, { rules });
		kim(['heads'], { amr: ['pwd', 'mfa'] });
		expect(await signIn(ctx, id)).toMatchObject({
			ok: true,
			value: { needs: 'enrol', actor: { secondFactor: false, memberships: [] } }
		});
		await configure(ctx, { id, rules, trusted: { amr: ['mfa'], acr: [] } });
		expect(await signIn(ctx, id)).toMatchObject({
			ok: true,
			value: { needs: null, actor: { secondFactor: true, memberships: [{ role: 'publisher' }] } }
		});
		kim(['heads'], { amr: ['pwd'] });
		expect(await signIn(ctx, id)).toMatchObject({ ok: true, value: { needs: 'enrol' } });
	});

	test('does not count for a strong role in somebody else’s place', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx, { rules, trusted: { amr: ['mfa'], acr: [] } });
		kim(['heads'], { amr: ['mfa'] });
		const first = await signIn(ctx, id);
		const personId = first.ok ? first.value.actor.personId : '';
		await ctx.db
			.insertInto('membership')
			.values({ personId, placeCode: karlstad, role: 'publisher', through: 'invitation', startedAt: 0 })
			.execute();
		expect(await signIn(ctx, id)).toMatchObject({ ok: true, value: { needs: 'enrol' } });
	});

	test('a passkey is a second factor for its people, never a way around the organisation', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx, { rules });
		kim(['heads']);
		const signedIn = await signIn(ctx, id);
		if (!signedIn.ok) throw new Error('not signed in');
		const { actor, token } = signedIn.value;
		const own = { ...ctx, actor };
		const party = relyingParty(new URL(origin));
		const device = createPasskeyDevice(origin);
		const response = device.register(await startPasskey(own, party));
		const added = await addPasskey(own, { party, token, response, name: 'Nyckel' });
		expect(added).toMatchObject({ ok: true, value: { session: { needs: null } } });
		const answer = device.answer(await startPasskeySignIn(visiting(ctx), { party, cookie }));
		const around = await signInWithPasskey(visiting(ctx), { party, cookie, response: answer, device: 'x' });
		expect(around).toMatchObject({ ok: false, problems: [{ code: 'use-organisation' }] });
	});
});
