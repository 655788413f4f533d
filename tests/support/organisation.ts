import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import {
	organisationReturnPath,
	type Organisation,
	type OrganisationInput
} from '#lib/accounts/oidc-organisation.ts';
import { saveOrganisation } from '#lib/accounts/server/oidc-settings.ts';
import { finishOrganisationSignIn, startOrganisationSignIn } from '#lib/accounts/server/oidc-sign-in.ts';
import type { TestContext } from './context.ts';
import { startOidcServer, type OidcServer } from './oidc-server.ts';

export const origin = 'http://localhost:3000';
export const cookie = 'cookie-before-sign-in-';
export const saffle = '1785';
export const karlstad = '1780';
export const clientSecret = 'a-secret-of-the-client';

export const visiting = (ctx: TestContext): TestContext => ({ ...ctx, actor: { kind: 'visitor' } });

interface Said {
	claims?: Record<string, unknown>;
	amr?: string[];
}

/** An identity provider for the tests of a file, and what tests do with it. */
export interface OrganisationTest {
	provider: () => OidcServer;
	/** What an administrator of Säffle fills in: coordinators are editors. */
	settings: (part?: Partial<OrganisationInput>) => OrganisationInput;
	/** Configures it here and at the provider. */
	configure: (ctx: TestContext, part?: Partial<OrganisationInput>) => Promise<Organisation>;
	/** Whoever comes to the provider now is Kim, with these groups. */
	kim: (groups: string[], said?: Said) => void;
	/** Goes to the organisation and comes back, without finishing. */
	goAndReturn: (ctx: TestContext, id: string) => Promise<URL>;
	signIn: (ctx: TestContext, id: string) => ReturnType<typeof finishOrganisationSignIn>;
}

/** Comes back with an address, in the browser that went. */
export const finish = (
	ctx: TestContext,
	id: string,
	{ searchParams }: URL
): ReturnType<typeof finishOrganisationSignIn> =>
	finishOrganisationSignIn(visiting(ctx), { id, origin, cookie, search: searchParams, device: 'Firefox' });

/** Starts an identity provider for the tests of the file, and stops it after them. */
export function withOrganisation(): OrganisationTest {
	let server: OidcServer | undefined;
	const provider = () => server!;
	beforeAll(async () => {
		vi.stubEnv('LYHORD_OIDC_LOCALHOST', '1');
		server = await startOidcServer();
	});
	afterEach(() => provider().forge(undefined));
	afterAll(async () => {
		await provider().close();
		vi.unstubAllEnvs();
	});
	const settings = (part: Partial<OrganisationInput> = {}): OrganisationInput => ({
		placeCode: saffle,
		name: 'Säffle kommun',
		issuer: provider().issuer,
		clientId: 'lyhord',
		clientSecret,
		rules: [{ claim: 'groups', value: 'coordinators', role: 'editor', placeCode: saffle }],
		trusted: { amr: [], acr: [] },
		...part
	});
	const goAndReturn = async (ctx: TestContext, id: string): Promise<URL> => {
		const started = await startOrganisationSignIn(visiting(ctx), { id, origin, cookie });
		if (!started.ok) throw new Error('not started');
		return provider().follow(started.value);
	};
	return {
		provider,
		settings,
		goAndReturn,
		async configure(ctx, part = {}) {
			const input = settings(part);
			const saved = await saveOrganisation(ctx, input);
			if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
			const redirectUri = origin + organisationReturnPath(saved.value.id);
			provider().addClient({ clientId: input.clientId, clientSecret, redirectUri });
			return saved.value;
		},
		kim: (groups, { claims = {}, amr } = {}) =>
			provider().signInAs({
				subject: 'kim',
				claims: { name: 'Kim Exempel', groups, ...claims },
				...(amr ? { amr } : {})
			}),
		signIn: async (ctx, id) => finish(ctx, id, await goAndReturn(ctx, id))
	};
}
