import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import {
	clientSecret,
	cookie,
	finish,
	karlstad,
	origin,
	saffle,
	visiting,
	withOrganisation
} from '#tests/support/organisation.ts';
import { createStaff } from '#tests/support/people.ts';
import type { OrganisationInput } from '../oidc-organisation.ts';
import { listOrganisations, listSignInOrganisations, readOrganisation } from './oidc-organisations.ts';
import { removeOrganisation, saveOrganisation } from './oidc-settings.ts';
import { startOrganisationSignIn } from './oidc-sign-in.ts';
import { readSession } from './sessions.ts';

const { provider, settings, configure, kim, signIn } = withOrganisation();
const refused = { ok: false, problems: [{ code: 'organisation-refused' }] };

const memberships = (ctx: TestContext) =>
	ctx.db.selectFrom('membership').select(['personId', 'placeCode', 'role', 'through']).execute();

onBothEngines('configuring an organisation', (createContext) => {
	test('is for the administrator of the place, and forbidden looks absent', async () => {
		const ctx = await createContext();
		const own = await createStaff(ctx, { role: 'administrator', placeCode: saffle });
		const saved = await saveOrganisation(own.ctx, settings());
		const id = saved.ok ? saved.value.id : '';
		expect(await readOrganisation(own.ctx, { id })).toMatchObject({ name: 'Säffle kommun' });
		const others = [
			await createStaff(ctx, { role: 'administrator', placeCode: karlstad }),
			await createStaff(ctx, { role: 'publisher', placeCode: saffle }),
			await createStaff(ctx, { role: 'administrator', placeCode: saffle, secondFactor: false })
		];
		for (const other of others) {
			await expect(saveOrganisation(other.ctx, settings())).rejects.toThrow('not-found');
			await expect(saveOrganisation(other.ctx, settings({ id }))).rejects.toThrow('not-found');
			await expect(readOrganisation(other.ctx, { id })).rejects.toThrow('not-found');
			await expect(listOrganisations(other.ctx, { placeCode: saffle })).rejects.toThrow('not-found');
			await expect(removeOrganisation(other.ctx, { id })).rejects.toThrow('not-found');
		}
		const taken = settings({ id, placeCode: karlstad, rules: [] });
		await expect(saveOrganisation(others[0]!.ctx, taken)).rejects.toThrow('not-found');
		expect(await listSignInOrganisations(ctx)).toEqual([{ id, name: 'Säffle kommun' }]);
	});

	test('names what is wrong', async () => {
		const ctx = await createContext();
		const rule = { claim: 'groups', value: 'x', role: 'reader', placeCode: saffle } as const;
		const cases: [Partial<OrganisationInput>, string, string][] = [
			[{ name: ' ' }, 'name', 'missing'],
			[{ issuer: 'http://login.example.se' }, 'issuer', 'invalid-issuer'],
			[{ issuer: `${provider().issuer}/nobody` }, 'issuer', 'unreachable'],
			[{ clientSecret: '' }, 'clientSecret', 'missing'],
			[{ rules: [{ ...rule, claim: 'email' }] }, 'rules.0.claim', 'unfit-claim'],
			[{ rules: [{ ...rule, role: 'king' as never }] }, 'rules.0.role', 'unknown-role'],
			[{ rules: [rule, { ...rule, placeCode: karlstad }] }, 'rules.1.placeCode', 'outside'],
			[{ rules: [{ ...rule, placeCode: 'se' }] }, 'rules.0.placeCode', 'outside']
		];
		for (const [part, at, code] of cases)
			expect(await saveOrganisation(ctx, settings(part))).toMatchObject({
				ok: false,
				problems: [{ at, code }]
			});
		expect(await ctx.db.selectFrom('organisation').select('id').execute()).toEqual([]);
	});

	test('a rule outside the place gives nothing, even when it stands in the database', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		const rules = JSON.stringify([
			{ claim: 'groups', value: 'x', role: 'administrator', placeCode: karlstad }
		]);
		await ctx.db.updateTable('organisation').set({ rules }).execute();
		kim(['x']);
		expect(await signIn(ctx, id)).toMatchObject({ ok: false, problems: [{ code: 'no-role' }] });
	});

	test('a stored secret does not follow to another issuer or client', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		expect(await saveOrganisation(ctx, settings({ id, name: 'Nytt namn', clientSecret: '' }))).toMatchObject({
			ok: true
		});
		const hostile = settings({ id, issuer: 'https://hostile.example', clientSecret: '' });
		expect(await saveOrganisation(ctx, hostile)).toMatchObject({ problems: [{ at: 'clientSecret' }] });
		const renamed = settings({ id, clientId: 'other', clientSecret: '' });
		expect(await saveOrganisation(ctx, renamed)).toMatchObject({ problems: [{ at: 'clientSecret' }] });
		kim(['coordinators']);
		expect(await signIn(ctx, id)).toMatchObject({ ok: true });
	});

	test('a changed rule and a removed organisation end roles and sessions at once', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		const first = await signIn(ctx, id);
		const rules = [{ claim: 'groups', value: 'coordinators', role: 'reader', placeCode: saffle } as const];
		await configure(ctx, { id, rules });
		expect(await memberships(ctx)).toEqual([]);
		expect(await readSession(ctx, first.ok ? first.value.token : '')).toBeNull();
		const second = await signIn(ctx, id);
		expect(await memberships(ctx)).toMatchObject([{ role: 'reader' }]);
		await removeOrganisation(ctx, { id });
		expect(await memberships(ctx)).toEqual([]);
		expect(await readSession(ctx, second.ok ? second.value.token : '')).toBeNull();
		await expect(startOrganisationSignIn(ctx, { id, origin, cookie })).rejects.toThrow(
			'no such organisation'
		);
		const log = await ctx.db.selectFrom('auditEvent').select(['action', 'details']).execute();
		expect(log.map(({ action }) => action)).toContain('organisation.removed');
		expect(JSON.stringify(log)).not.toContain(clientSecret);
	});

	test('the database holds neither the client’s secret nor anything of an attempt in clear', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		const started = await startOrganisationSignIn(visiting(ctx), { id, origin, cookie });
		const rows = JSON.stringify([
			await ctx.db.selectFrom('organisation').selectAll().execute(),
			await ctx.db.selectFrom('organisationAttempt').selectAll().execute()
		]);
		const query = started.ok ? started.value.searchParams : new URLSearchParams();
		for (const clear of [clientSecret, cookie, query.get('state')!, query.get('nonce')!])
			expect(rows).not.toContain(clear);
	});
});

/** An issuer that describes itself as it likes. */
async function describing(description: (issuer: string) => object): Promise<[string, () => void]> {
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(description(issuer)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	return [issuer, () => void server.close()];
}

onBothEngines('an identity provider', (createContext) => {
	const endpoints = (issuer: string) => ({
		issuer,
		authorization_endpoint: `${issuer}/auth`,
		token_endpoint: `${issuer}/token`,
		jwks_uri: `${issuer}/jwks`
	});

	test.each<[string, (issuer: string) => object]>([
		['names itself as another', (issuer) => ({ ...endpoints(issuer), issuer: provider().issuer })],
		['speaks for many tenants', (issuer) => ({ ...endpoints(issuer), issuer: `${issuer}/{tenantid}/v2.0` })],
		[
			'signs in at another host',
			(issuer) => ({ ...endpoints(issuer), authorization_endpoint: 'https://x.example' })
		],
		['sends more than anybody reads', (issuer) => ({ ...endpoints(issuer), more: 'x'.repeat(600_000) })]
	])('that %s is refused', async (_name, description) => {
		const ctx = await createContext();
		const [issuer, close] = await describing(description);
		const saved = await saveOrganisation(ctx, settings({ issuer }));
		close();
		expect(saved).toMatchObject({ ok: false, problems: [{ at: 'issuer', code: 'unreachable' }] });
	});

	test('that points at another host is not followed there', async () => {
		const ctx = await createContext();
		const reached: string[] = [];
		const [inside, closeInside] = await describing((host) => ({ reached: reached.push(host) }));
		const [issuer, close] = await describing((own) => ({
			...endpoints(own),
			token_endpoint: `${inside}/token`
		}));
		const { id } = await configure(ctx, { issuer });
		const started = await startOrganisationSignIn(visiting(ctx), { id, origin, cookie });
		const state = started.ok ? started.value.searchParams.get('state')! : '';
		const way = new URL(`?code=x&state=${state}`, origin);
		expect(await finish(ctx, id, way)).toMatchObject(refused);
		close();
		closeInside();
		expect(reached).toEqual([]);
	});
});
