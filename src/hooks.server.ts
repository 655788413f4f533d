import { building } from '$app/environment';
import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { withStaff } from '#lib/accounts/server/with-staff.ts';
import { direction, isLanguage } from '#lib/i18n/languages.ts';
import { paraglideMiddleware } from '#lib/i18n/paraglide/server.js';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { typedAddress } from '#lib/places/typed-address.ts';
import { openApplication, type Application } from '#lib/server/application.ts';
import { drainUnread, withBodyLimit } from '#lib/server/bounded-body.ts';
import { clientAddress, proxySettings } from '#lib/server/client-address.ts';
import { foreignOriginPage } from '#lib/server/foreign-origin-page.ts';
import { isForgery } from '#lib/server/forgery.ts';
import { problemResponse } from '#lib/server/problem-response.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { withReadableForm } from '#lib/server/readable-form.ts';
import { framedPolicy, securityHeaders, workingPolicy } from '#lib/server/security-headers.ts';
import { isCostly, isFlood, waitSeconds } from '#lib/server/sign-in-limit.ts';
import { sourceTag } from '#lib/server/source-tag.ts';
import { readFrameOrigins } from '#lib/sharing/server/read-embedded.ts';
import { offerAnswersEndpoint } from './answers-endpoint.server.ts';
import { startJobs } from './jobs.server.ts';

let application: Application;

export const init: ServerInit = async () => {
	if (building) return;
	application = openApplication();
	offerAnswersEndpoint(application);
	const stopJobs = startJobs(application);
	process.once('sveltekit:shutdown', async () => {
		await stopJobs();
		await application.db.destroy();
	});
};

const proxies = proxySettings(process.env);

/** The address of the client; the framework knows the socket's only. */
const peerAddress = ({ platform, request, getClientAddress }: RequestEvent): string => {
	const peer = platform?.req?.socket.remoteAddress ?? getClientAddress();
	return clientAddress(peer, (name) => request.headers.get(name), proxies);
};

const isApi = (pathname: string): boolean => pathname.startsWith('/api/');

/** Gives the request its context; `event.locals` is that context. */
const withContext: Handle = ({ event, resolve }) => {
	Object.assign(event.locals, {
		db: application.db,
		vault: application.vault,
		log: application.log,
		now: () => new Date(),
		random: secureRandom,
		actor: { kind: 'visitor' },
		language: 'sv',
		requestId: randomId(secureRandom),
		clientAddress: () => peerAddress(event)
	} satisfies App.Locals);
	return resolve(event);
};

/** Boxes may be shown in frames by the sites that the municipality has listed, their errors too; nothing else ever is. */
async function letIntoFrames({ route, params, locals }: RequestEvent, headers: Headers): Promise<void> {
	if (!route.id?.startsWith('/(embed)/e/')) return;
	const origins = await readFrameOrigins(locals, params).catch(() => null);
	if (!origins) return;
	headers.set('content-security-policy', framedPolicy(headers.get('content-security-policy'), origins));
	headers.delete('x-frame-options');
}

/** A collector's page opens without a network, by a worker; no other page can have one. */
function letWork({ route }: RequestEvent, headers: Headers): void {
	const policy = headers.get('content-security-policy');
	if (route.id === '/(device)/falt/[token]' && policy)
		headers.set('content-security-policy', workingPolicy(policy));
}

const withHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of securityHeaders(event.url)) response.headers.set(name, value);
	await letIntoFrames(event, response.headers);
	letWork(event, response.headers);
	response.headers.set('x-request-id', event.locals.requestId);
	return response;
};

/** No body is longer than its route takes, and none is left in the sender's hands. */
const withBoundedBody: Handle = async ({ event, resolve }) => {
	event.request = withBodyLimit(event.request, event.route.id);
	const response = await resolve(event);
	drainUnread(event.request);
	return response;
};

/** The one place that stops requests forged from another site. */
const withOriginCheck: Handle = ({ event, resolve }) => {
	if (!isForgery(event.request, event.url)) return resolve(event);
	if (isApi(event.url.pathname)) return problemResponse('foreign-origin');
	return new Response(foreignOriginPage(event.url.pathname.split('/')[1]), {
		status: 403,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
		}
	});
};

/** A flood of sign-ins from one network is held before it costs anything. */
const withSignInLimit: Handle = ({ event, resolve }) => {
	if (!isCostly({ method: event.request.method, routeId: event.route.id })) return resolve(event);
	const now = event.locals.now();
	if (!isFlood(sourceTag(event.locals.clientAddress(), now), now)) return resolve(event);
	return new Response('För många försök från ditt nät. Vänta två minuter och försök igen.', {
		status: 429,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(waitSeconds) }
	});
};

async function resolveApi({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	if (event.route.id === null) return problemResponse('not-found');
	const response = await resolve(event);
	if (response.status !== 405) return response;
	const allow = response.headers.get('allow');
	return problemResponse('method-not-allowed', { headers: allow ? { allow } : {} });
}

/** Under `/api` even "no such address" and "no such method" are problem documents; every origin may read answers. */
const withApiProblems: Handle = async ({ event, resolve }) => {
	if (!isApi(event.url.pathname)) return resolve(event);
	const response = await resolveApi({ event, resolve });
	if (event.request.method === 'GET') response.headers.set('access-control-allow-origin', '*');
	return response;
};

/** An address typed with capitals or with ä is led to the one that was meant, when that exists. */
const withTypedAddress: Handle = async ({ event, resolve }) => {
	const meant = event.request.method === 'GET' ? typedAddress(event.url.pathname) : null;
	if (!meant) return resolve(event);
	const exists =
		meant.municipality === undefined ||
		(await readMunicipality(event.locals, meant.municipality).catch(() => null));
	if (!exists) return resolve(event);
	return new Response(null, { status: 301, headers: { location: meant.path + event.url.search } });
};

/**
 * A form that is sent is answered with a page, also to a client that takes anything: the framework would answer such
 * a client with data for its own script, which our pages do not have.
 */
function wantingPage(request: Request): Request {
	const accept = request.headers.get('accept') ?? '';
	if (request.method !== 'POST' || accept.includes('application/json')) return request;
	const headers = new Headers(request.headers);
	headers.set('accept', 'text/html');
	return new Request(request, { headers });
}

const withLanguage: Handle = ({ event, resolve }) => {
	if (isApi(event.url.pathname)) return resolve(event);
	return paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = withReadableForm(wantingPage(request));
		const language = isLanguage(locale) ? locale : 'sv';
		event.locals.language = language;
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%lang%', language).replace('%dir%', direction(language)),
			preload: ({ type }) => type === 'css' || type === 'js'
		});
	});
};

export const handle = sequence(
	withContext,
	withHeaders,
	withBoundedBody,
	withOriginCheck,
	withSignInLimit,
	withApiProblems,
	withTypedAddress,
	withLanguage,
	withStaff
);

/** What the person is told when something unexpected happens: an id to quote, no internals. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId } = event.locals;
	if (status >= 500)
		application?.log.error({ requestId, route: event.route.id, error: String(error) }, 'unexpected error');
	return {
		message: status === 404 ? 'not-found' : 'unexpected',
		code: status === 404 ? 'not-found' : 'unexpected',
		requestId
	};
};
