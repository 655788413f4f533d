import * as client from 'openid-client';
import { issuerAllowed } from '../oidc-rule.ts';

/** An organisation as a client of its identity provider. */
export interface OidcClient {
	issuer: string;
	clientId: string;
	clientSecret: string;
}

/** How much an identity provider may send at a time. */
const mostBytes = 512 * 1024;
/** How long (s) it may take. */
const patience = 10;
/** How far (s) its clock may be from ours. */
const clocks = 30;
/** How long (ms) its description of itself is remembered. */
const remembered = 5 * 60_000;

/** Tests run an identity provider on this machine without a certificate; nobody else may. */
const localhostAllowed = () => process.env.LYHORD_OIDC_LOCALHOST === '1';

/** Whether we may call an issuer at all, see issuerAllowed. */
export const mayCallIssuer = (issuer: string): boolean => issuerAllowed(issuer, localhostAllowed());

async function bounded(answer: Response): Promise<Response> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of answer.body ?? []) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > mostBytes) throw new Error('the identity provider sends too much');
	}
	const { status, headers } = answer;
	return new Response(size === 0 ? null : Buffer.concat(chunks), { status, headers });
}

/** Fetches from the issuer's own origin only, whatever its description of itself points at; follows no redirects. */
const fetchFrom =
	(issuer: string): client.CustomFetch =>
	async (url, { method, headers, body, signal }) => {
		if (new URL(url).origin !== new URL(issuer).origin)
			throw new Error('the identity provider points at another host');
		const request: RequestInit = { method, headers, body: body as BodyInit | null, redirect: 'manual' };
		return bounded(await fetch(url, { ...request, signal: signal ?? AbortSignal.timeout(patience * 1000) }));
	};

const insecure = (issuer: string) => (issuer.startsWith('http:') ? [client.allowInsecureRequests] : []);

/** One issuer's description of itself; another's, or one for many tenants at once, is refused. */
async function discover(issuer: string): Promise<client.ServerMetadata> {
	if (!mayCallIssuer(issuer)) throw new Error('the issuer is not one we may call');
	const found = await client.discovery(new URL(issuer), 'unused', undefined, undefined, {
		[client.customFetch]: fetchFrom(issuer),
		execute: insecure(issuer),
		timeout: patience
	});
	const metadata = found.serverMetadata();
	if (new URL(metadata.issuer).href !== new URL(issuer).href)
		throw new Error('the identity provider names another issuer');
	if (new URL(metadata.authorization_endpoint ?? '', issuer).origin !== new URL(issuer).origin)
		throw new Error('the identity provider signs in at another host');
	return metadata;
}

const descriptions = new Map<string, { until: number; metadata: Promise<client.ServerMetadata> }>();

function describe(issuer: string): Promise<client.ServerMetadata> {
	const now = Date.now();
	for (const [key, { until }] of descriptions) if (until <= now) descriptions.delete(key);
	const held = descriptions.get(issuer);
	if (held) return held.metadata;
	const metadata = discover(issuer);
	descriptions.set(issuer, { until: now + remembered, metadata });
	metadata.catch(() => descriptions.delete(issuer));
	return metadata;
}

/**
 * Makes sure that an issuer answers and describes itself as this issuer.
 * @throws when it does not, or is not one we may call.
 */
export async function checkIssuer(issuer: string): Promise<void> {
	await discover(issuer);
}

/**
 * The client's configuration for its issuer, as the issuer describes itself. ID tokens are verified with the issuer's
 * keys, not only by the connection they came over.
 * @throws when the issuer does not answer or is not one we may call.
 */
export async function configurationOf({
	issuer,
	clientId,
	clientSecret
}: OidcClient): Promise<client.Configuration> {
	const metadata = await describe(issuer);
	const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
	const authentication = methods.includes('client_secret_basic')
		? client.ClientSecretBasic(clientSecret)
		: client.ClientSecretPost(clientSecret);
	const configuration = new client.Configuration(
		metadata,
		clientId,
		{ client_secret: clientSecret, [client.clockTolerance]: clocks },
		authentication
	);
	configuration[client.customFetch] = fetchFrom(issuer);
	configuration.timeout = patience;
	client.enableNonRepudiationChecks(configuration);
	for (const allow of insecure(issuer)) allow(configuration);
	return configuration;
}
