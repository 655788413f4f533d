import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { StartedSession } from '#lib/accounts/server/sessions.ts';
import { deviceCookie, sessionCookie } from '#lib/accounts/session-cookie.ts';
import { returnPath } from '#lib/accounts/staff-route.ts';
import { preSession, preSessionCookie } from '#lib/accounts/pre-session.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { AppError } from '#lib/server/app-error.ts';

type Request = Pick<RequestEvent, 'cookies' | 'url'>;
type Acting = Request & Pick<RequestEvent, 'locals'>;

const secure = ({ url }: Request): boolean => url.protocol === 'https:';

/** Gives the browser a session that has just begun or been rotated; the rest of the request acts in it. */
export function keepSession(event: Acting, { token, actor, needs }: StartedSession): void {
	const { name, options } = sessionCookie(secure(event));
	event.cookies.set(name, token, options);
	event.locals.actor = actor;
	event.locals.session = { token, needs };
}

/** Lets the browser remember that somebody has signed in with it. */
export function keepDeviceProof(event: Request, proof: string): void {
	const { name, options } = deviceCookie(secure(event));
	event.cookies.set(name, proof, options);
}

/** What the browser's device cookie holds. */
export const heldDeviceProof = (event: Request): string | undefined =>
	event.cookies.get(deviceCookie(secure(event)).name);

/** What the browser's session cookie holds, whether or not it is worth anything. */
export const heldSession = (event: Request): string | undefined =>
	event.cookies.get(sessionCookie(secure(event)).name);

/**
 * The value that ties a sign-in to this browser, which is given the cookie where it has none.
 */
export function keepPreSession(event: Acting): string {
	const { name, options } = preSessionCookie(secure(event));
	const value = preSession(event.locals.random, event.cookies.get(name));
	event.cookies.set(name, value, options);
	return value;
}

/**
 * The token of the request's own session, for what changes it.
 * @throws AppError `not-found` for a visitor.
 */
export function ownToken({ locals }: Pick<RequestEvent, 'locals'>): string {
	if (!locals.session) throw new AppError('not-found', 'nobody is signed in');
	return locals.session.token;
}

/**
 * Sends somebody on whose session has just begun: to the second step, to their account to add one, or to the page
 * they wanted (`?vidare=`) in the workspace.
 */
export function goOn(event: Acting, started: StartedSession): never {
	const { needs } = started;
	keepSession(event, started);
	const wanted = event.url.searchParams.get('vidare');
	if (needs === 'enrol') redirect(303, localizeHref('/arbete/konto'));
	if (needs === null) redirect(303, localizeHref(returnPath(wanted)));
	const query = wanted ? `?vidare=${encodeURIComponent(returnPath(wanted))}` : '';
	redirect(303, localizeHref(`/logga-in/tvasteg${query}`));
}
