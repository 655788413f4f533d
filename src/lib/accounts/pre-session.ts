import { randomId, type Random } from '../server/random.ts';

/** How long (s) a sign-in may take from its first page to its last. */
const life = 600;

/**
 * The cookie that ties a sign-in to the browser it began in, before there is a session: without it a challenge or an
 * answer from an organisation could be carried over to somebody else's browser. `lax`, because the way back from an
 * organisation comes from another site.
 */
export const preSessionCookie = (secure: boolean) =>
	({
		name: secure ? '__Host-attempt' : 'attempt',
		options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: life }
	}) as const;

/** The value of the cookie: the one the browser has when it is one of ours, else a new one (128 random bits). */
export const preSession = (random: Random, held: string | undefined): string =>
	held !== undefined && /^[\w-]{22}$/.test(held) ? held : randomId(random);
