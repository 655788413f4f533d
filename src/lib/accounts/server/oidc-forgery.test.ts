import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { finish, karlstad, origin, visiting, withOrganisation } from '#tests/support/organisation.ts';
import { finishOrganisationSignIn } from './oidc-sign-in.ts';

const { provider, configure, kim, goAndReturn, signIn } = withOrganisation();
const refused = { ok: false, problems: [{ code: 'organisation-refused' }] };

onBothEngines('a way back from an organisation is refused', (createContext) => {
	test('a second time', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		const way = await goAndReturn(ctx, id);
		expect(await finish(ctx, id, way)).toMatchObject({ ok: true });
		expect(await finish(ctx, id, way)).toMatchObject(refused);
	});

	test('in another browser, which does not spoil it for the right one', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		const way = await goAndReturn(ctx, id);
		const victim = { id, origin, cookie: 'the-victims-own-cookie', search: way.searchParams, device: 'x' };
		expect(await finishOrganisationSignIn(visiting(ctx), victim)).toMatchObject(refused);
		expect(await finish(ctx, id, way)).toMatchObject({ ok: true });
	});

	test('after ten minutes', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		const way = await goAndReturn(ctx, id);
		ctx.setNow('2027-03-01T12:10:00Z');
		expect(await finish(ctx, id, way)).toMatchObject(refused);
	});

	test('with a state that we never gave, or none', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		for (const query of ['', '?code=x', '?code=x&state=made-up', '?state=&code='])
			expect(await finish(ctx, id, new URL(query, origin))).toMatchObject(refused);
	});

	test('at another organisation than it began at, or from another issuer (mix-up)', async () => {
		const ctx = await createContext();
		const here = await configure(ctx);
		const there = await configure(ctx, { placeCode: karlstad, clientId: 'karlstad', rules: [] });
		kim(['coordinators']);
		expect(await finish(ctx, there.id, await goAndReturn(ctx, here.id))).toMatchObject(refused);
		const way = await goAndReturn(ctx, here.id);
		way.searchParams.set('iss', 'https://hostile.example');
		expect(await finish(ctx, here.id, way)).toMatchObject(refused);
		const without = await goAndReturn(ctx, here.id);
		without.searchParams.delete('iss');
		expect(await finish(ctx, here.id, without)).toMatchObject(refused);
	});

	test('with a code that was made for another sign-in or another client', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		const other = await configure(ctx, { clientId: 'another-client' });
		kim(['coordinators']);
		const stolen = (await goAndReturn(ctx, id)).searchParams.get('code')!;
		const foreign = (await goAndReturn(ctx, other.id)).searchParams.get('code')!;
		for (const code of [stolen, foreign]) {
			const way = await goAndReturn(ctx, id);
			way.searchParams.set('code', code);
			expect(await finish(ctx, id, way)).toMatchObject(refused);
		}
	});

	test('when the organisation says no', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		const way = await goAndReturn(ctx, id);
		way.searchParams.delete('code');
		way.searchParams.set('error', 'access_denied');
		expect(await finish(ctx, id, way)).toMatchObject(refused);
	});

	test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
		['another nonce', (claims) => ({ ...claims, nonce: 'made-up' })],
		['no nonce', ({ nonce: _nonce, ...claims }) => claims],
		['another client as its audience', (claims) => ({ ...claims, aud: 'another-client' })],
		['another party it was made for', (claims) => ({ ...claims, aud: ['lyhord', 'x'], azp: 'x' })],
		['another issuer', (claims) => ({ ...claims, iss: 'https://hostile.example' })],
		['an end that has passed', (claims) => ({ ...claims, exp: Number(claims.iat) - 3600 })],
		['no subject', ({ sub: _sub, ...claims }) => claims]
	])('with an ID token that has %s', async (_name, change) => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		provider().forge(change);
		expect(await signIn(ctx, id)).toMatchObject(refused);
		expect(await ctx.db.selectFrom('person').select('id').execute()).toEqual([]);
	});

	test('with an ID token that somebody else has signed', async () => {
		const ctx = await createContext();
		const { id } = await configure(ctx);
		kim(['coordinators']);
		provider().forge((claims) => claims);
		expect(await signIn(ctx, id)).toMatchObject({ ok: true });
		provider().forge((claims) => claims, 'foreign');
		expect(await signIn(ctx, id)).toMatchObject(refused);
	});
});
