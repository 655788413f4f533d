import type { Handle } from '@sveltejs/kit';
import { isStaffLanguage } from '../../i18n/languages.ts';
import { deLocalizeHref, localizeHref } from '../../i18n/paraglide/runtime.js';
import { sessionCookie } from '../session-cookie.ts';
import { insteadOf, isStaffRoute } from '../staff-route.ts';
import { readSession } from './sessions.ts';

/** The workspace is not written in every language that residents have. */
const inSwedish = ({ pathname, search }: URL): Response =>
	new Response(null, { status: 303, headers: { location: deLocalizeHref(pathname + search) } });

/**
 * Finds out who is signed in, on the staff's pages only: residents' pages neither read nor set a cookie. The session is
 * read anew every time, so that one which has been ended is at an end.
 */
export const withStaff: Handle = async ({ event, resolve }) => {
	if (!isStaffRoute(event.route.id)) return resolve(event);
	if (!isStaffLanguage(event.locals.language)) return inSwedish(event.url);
	const cookie = sessionCookie(event.url.protocol === 'https:');
	const token = event.cookies.get(cookie.name);
	const signedIn = token === undefined ? null : await readSession(event.locals, token);
	if (token !== undefined && !signedIn) event.cookies.delete(cookie.name, cookie.options);
	if (token !== undefined && signedIn) {
		event.locals.actor = signedIn.actor;
		event.locals.session = { token, needs: signedIn.needs };
	}
	const elsewhere = insteadOf(event.route.id, event.url, signedIn);
	if (elsewhere === null) {
		event.setHeaders({ 'cache-control': 'no-store' });
		return resolve(event);
	}
	const headers = new Headers({ location: localizeHref(elsewhere), 'cache-control': 'no-store' });
	if (!signedIn && token !== undefined)
		headers.append('set-cookie', event.cookies.serialize(cookie.name, '', { ...cookie.options, maxAge: 0 }));
	return new Response(null, { status: 303, headers });
};
