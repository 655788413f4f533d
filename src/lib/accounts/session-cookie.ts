import { deviceProofDays, sessionHours } from './session.ts';

/** Attributes of a cookie, in the words of SvelteKit's `cookies.set`. */
interface CookieOptions {
	path: '/';
	httpOnly: true;
	sameSite: 'lax';
	secure: boolean;
	/** Seconds. */
	maxAge: number;
}

const options = (secure: boolean, maxAge: number): CookieOptions => ({
	path: '/',
	httpOnly: true,
	sameSite: 'lax',
	secure,
	maxAge
});

/** The cookie that holds a session's token; `secure` on https, where the prefix binds it to this very host. */
export const sessionCookie = (secure: boolean) => ({
	name: secure ? '__Host-session' : 'session',
	options: options(secure, sessionHours * 3600)
});

/** The cookie by which a browser shows that somebody has signed in with it before. */
export const deviceCookie = (secure: boolean) => ({
	name: secure ? '__Host-device' : 'device',
	options: options(secure, deviceProofDays * 86_400)
});
