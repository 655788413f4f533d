import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type AdapterPayload } from 'oidc-provider';

/** Whom the provider signs in next, without asking, and what it says about them. */
export interface OidcAccount {
	subject: string;
	claims: Record<string, unknown>;
	amr?: string[];
	acr?: string;
}

export interface OidcClient {
	clientId: string;
	clientSecret: string;
	redirectUri: string;
}

type Change = (claims: Record<string, unknown>) => Record<string, unknown>;

/** A real identity provider on a free port of this machine. */
export interface OidcServer {
	issuer: string;
	/** Adds a client; its redirect address is often known only once the provider is configured with us. */
	addClient: (client: OidcClient) => void;
	/** Everybody who comes from now on is this person. */
	signInAs: (account: OidcAccount) => void;
	/**
	 * Changes the claims of ID tokens from now on, as a hostile provider could; signed with the provider's own key, or
	 * with one that nobody knows.
	 */
	forge: (change: Change | undefined, key?: 'own' | 'foreign') => void;
	/** The paths that were asked for, in order. */
	requests: string[];
	/** Follows an authorization address as a browser does, as far as our own callback. */
	follow: (authorization: URL) => Promise<URL>;
	close: () => Promise<void>;
}

interface State {
	clients: Map<string, AdapterPayload>;
	account: OidcAccount;
	change: Change | undefined;
	signedBy: 'own' | 'foreign';
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function resign(idToken: string, change: Change, key: KeyObject): string {
	const claims = JSON.parse(Buffer.from(idToken.split('.')[1]!, 'base64url').toString()) as Record<
		string,
		unknown
	>;
	const text = `${encode({ alg: 'RS256', kid: 'test' })}.${encode(change(claims))}`;
	return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** Clients may be added while the provider runs: they are looked up when they come. */
function storage(state: State) {
	const kept = new Map<string, AdapterPayload>();
	return (kind: string) => ({
		upsert: async (id: string, payload: AdapterPayload) => void kept.set(`${kind}:${id}`, payload),
		find: async (id: string) => (kind === 'Client' ? state.clients.get(id) : kept.get(`${kind}:${id}`)),
		findByUid: async (uid: string) => [...kept.values()].find((one) => one.uid === uid),
		findByUserCode: async () => undefined,
		consume: async (id: string) => void Object.assign(kept.get(`${kind}:${id}`) ?? {}, { consumed: 1 }),
		destroy: async (id: string) => void kept.delete(`${kind}:${id}`),
		revokeByGrantId: async () => undefined
	});
}

function openProvider(issuer: string, state: State): Provider {
	const makeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
	const keys = { own: makeKey(), foreign: makeKey() };
	const jwk = { ...keys.own.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' };
	const claimNames = ['sub', 'name', 'email', 'email_verified', 'groups', 'realm_access', 'amr', 'acr'];
	const provider = new Provider(issuer, {
		adapter: storage(state),
		jwks: { keys: [jwk] },
		cookies: { keys: ['only for tests'] },
		claims: { openid: claimNames },
		conformIdTokenClaims: false,
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
		ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Grant: 60, Interaction: 60, Session: 60 },
		findAccount: (_ctx: unknown, subject: string) => ({
			accountId: subject,
			claims: () => ({
				sub: subject,
				...state.account.claims,
				amr: state.account.amr,
				acr: state.account.acr
			})
		})
	});
	provider.use(async (ctx: { path: string; body: { id_token?: string } }, next: () => Promise<void>) => {
		await next();
		if (ctx.path === '/token' && state.change && ctx.body.id_token)
			ctx.body.id_token = resign(ctx.body.id_token, state.change, keys[state.signedBy]);
	});
	return provider;
}

/** Signs in and consents at once, as the account that the test has chosen. */
async function answerInteraction(
	provider: Provider,
	{ account }: State,
	[request, response]: [IncomingMessage, ServerResponse]
): Promise<void> {
	const { params } = await provider.interactionDetails(request, response);
	const grant = new provider.Grant({ accountId: account.subject, clientId: String(params.client_id) });
	grant.addOIDCScope(String(params.scope));
	const grantId = await grant.save();
	await provider.interactionFinished(request, response, {
		login: {
			accountId: account.subject,
			remember: false,
			...(account.amr ? { amr: account.amr } : {}),
			...(account.acr ? { acr: account.acr } : {})
		},
		consent: { grantId }
	});
}

/** A browser as far as redirects and cookies go. */
async function followRedirects(authorization: URL, issuer: string): Promise<URL> {
	const cookies = new Map<string, string>();
	let url = authorization;
	for (let hop = 0; hop < 10 && url.origin === new URL(issuer).origin; hop++) {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
		for (const line of answer.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (name) cookies.set(name, value ?? '');
		}
		const next = answer.headers.get('location');
		if (!next)
			throw new Error(`the provider stopped at ${url.pathname}: ${answer.status} ${await answer.text()}`);
		url = new URL(next, url);
	}
	return url;
}

const listening = (server: Server): Promise<number> =>
	new Promise((resolve) =>
		server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
	);

/** Starts an identity provider (oidc-provider) on a free local port; the caller closes it. */
export async function startOidcServer(): Promise<OidcServer> {
	const state: State = {
		clients: new Map(),
		account: { subject: 'nobody', claims: {} },
		change: undefined,
		signedBy: 'own'
	};
	const requests: string[] = [];
	const server = createServer();
	const issuer = `http://localhost:${await listening(server)}`;
	const provider = openProvider(issuer, state);
	const answer = provider.callback();
	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		requests.push(new URL(request.url ?? '/', issuer).pathname);
		if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
		answerInteraction(provider, state, [request, response]).catch((error: Error) => {
			response.writeHead(500).end(error.message);
		});
	});
	return {
		issuer,
		requests,
		addClient: ({ clientId, clientSecret, redirectUri }) =>
			state.clients.set(clientId, {
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [redirectUri],
				response_types: ['code'],
				grant_types: ['authorization_code']
			}),
		signInAs: (account) => (state.account = account),
		forge: (change, key = 'own') => Object.assign(state, { change, signedBy: key }),
		follow: (authorization) => followRedirects(authorization, issuer),
		close: () =>
			new Promise<void>((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
