import type { Needs } from './session.ts';

/** The parts of the route tree where a session is read. Everywhere else there are no cookies at all. */
const staffRoutes = ['/arbete', '/(sign-in)'];

const lies = (routeId: string | null, below: string): boolean =>
	routeId !== null && (routeId === below || routeId.startsWith(`${below}/`));

/** Whether a route is the staff's: the workspace, and the pages that lead there. */
export const isStaffRoute = (routeId: string | null): boolean =>
	staffRoutes.some((below) => lies(routeId, below));

/** Where every page of the workspace begins. */
export const workspacePath = '/arbete';

const mayComeBack = /^\/(en\/)?(arbete(\/|$)|inbjudan\/[\w-]{22}$)/;

/**
 * Where to go after signing in, from what the address says: a page of the workspace or an invitation on this very site,
 * else the workspace's first page. Nothing that a browser could read as another site passes.
 */
export function returnPath(wanted: string | null | undefined): string {
	if (!wanted?.startsWith('/') || /[\\\s\p{C}]|\/\//u.test(wanted)) return workspacePath;
	const base = 'https://lyhord.invalid';
	const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
	if (url?.origin !== base || !mayComeBack.test(url.pathname)) return workspacePath;
	return (url.pathname + url.search).replace(/^\/en(?=\/)/, '');
}

/** What a session still owes; null for nobody, whoever they are. */
type Owing = { needs: Needs } | null;

/**
 * The page to show in place of a page of the workspace: sign-in for a visitor, the second step for somebody who has
 * not taken it, one's own account for somebody who must first add a second factor. Null when the page itself may answer.
 * @param url the request's own
 */
export function insteadOf(routeId: string | null, url: URL, signedIn: Owing): string | null {
	if (!lies(routeId, workspacePath)) return null;
	const wanted = returnPath(url.pathname + url.search);
	const query = wanted === workspacePath ? '' : `?vidare=${encodeURIComponent(wanted)}`;
	if (!signedIn) return `/logga-in${query}`;
	if (signedIn.needs === 'second-factor') return `/logga-in/tvasteg${query}`;
	if (signedIn.needs === 'enrol' && !lies(routeId, '/arbete/konto')) return '/arbete/konto';
	return null;
}
