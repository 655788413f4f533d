import { createWindowCounter } from './rate-limit.ts';

/** What one network may ask of the sign-in pages in two minutes: a course where forty people set up their accounts. */
const most = 600;
const windowMs = 2 * 60 * 1000;
const asked = createWindowCounter({ windowMs });

/** The answer of one try: how long to wait, in seconds. */
export const waitSeconds = windowMs / 1000;

/** The start of a sign-in with an organisation: a GET that costs a question to its server. */
const costly = /\/organisation\//;

/** Whether a request to the sign-in pages (sign-in, invitations, resets, set-up) costs more than a page to look at. */
export const isCostly = ({ method, routeId }: { method: string; routeId: string | null }): boolean =>
	routeId !== null && routeId.startsWith('/(sign-in)/') && (method !== 'GET' || costly.test(routeId));

/**
 * Counts a costly request and tells whether its network has sent too many. Guesses at one account are slowed down long
 * before by `accounts`' own throttle; this keeps a flood from using up the processor with passwords and links.
 * @param source the network's source tag
 */
export function isFlood(source: string, now: Date): boolean {
	if (asked.count(source, now.getTime()) >= most) return true;
	asked.add(source, now.getTime());
	return false;
}
