import type { Permission } from '#lib/accounts/permission.ts';
import type { Target } from './staff-cast.ts';

/** A request that an address is tried with. */
export interface Aim {
	path: string;
	form?: Record<string, string>;
}

/** What is tried at public addresses. */
export interface PublicThings {
	code: string;
	slug: string;
	logoId: string;
	seriesId: string;
}

/**
 * Who may use a route:
 * - `everybody`: residents; no cookie is set, and being signed in changes nothing
 * - `sign-in`: the pages that lead into the workspace; everybody, and they may set cookies
 * - `link`: whoever holds a one-time link; without it there is nothing
 * - `own-account`: everybody signed in, for themselves, also while a second factor must be added
 * - `staff`: everybody signed in who owes nothing
 * - `nobody`: addresses that are not there
 * - a permission, held in the place that the request is about
 */
export type Decision =
	| { who: 'everybody'; aim: (things: PublicThings) => Aim; gives: number }
	| { who: 'sign-in'; aim: () => Aim; gives: number }
	| { who: 'link'; aim: (token: string) => Aim; gives: number }
	| { who: 'own-account' | 'staff' | 'nobody'; aim: (others: Target) => Aim; gives: number }
	| { who: Permission; aim: (target: Target) => Aim; gives: number };

/** A page or file for everybody. */
export const seen = (path: (things: PublicThings) => string, gives = 200): Decision => ({
	who: 'everybody',
	aim: (things) => ({ path: path(things) }),
	gives
});
/** A page that leads into the workspace. */
export const signIn = (path: string, gives: number, form?: Aim['form']): Decision => ({
	who: 'sign-in',
	aim: () => (form ? { path, form } : { path }),
	gives
});
/** Something behind a one-time link. */
export const link = (path: (token: string) => string, gives: number, form?: Aim['form']): Decision => ({
	who: 'link',
	aim: (token) => (form ? { path: path(token), form } : { path: path(token) }),
	gives
});
/** An action on one’s own account. */
export const account = (
	action: string,
	gives: number,
	form: (others: Target) => Aim['form'] = () => ({})
): Decision => ({
	who: 'own-account',
	aim: (others) => ({ path: `/arbete/konto${action}`, form: form(others) ?? {} }),
	gives
});
/** Asks for something in the workspace; `form` makes it a POST. */
export const may = (
	who: Permission | 'staff' | 'own-account' | 'nobody',
	path: (target: Target) => string,
	gives = 200
): Decision => ({ who, aim: (target) => ({ path: path(target) }), gives });
/** Does something in the workspace, with a form. */
export const does = (
	who: Permission | 'nobody',
	path: (target: Target) => string,
	{ gives, form = () => ({}) }: { gives: number; form?: (target: Target) => Record<string, string> }
): Decision => ({ who, aim: (target) => ({ path: path(target), form: form(target) }), gives });
