import type { Permission } from '#lib/accounts/permission.ts';
import { does, may, seen, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';

const draft = ({ pledgeId }: Target) => `/arbete/loften/${pledgeId}`;
const published = ({ publishedPledgeId }: Target) => `/arbete/loften/${publishedPledgeId}`;
const agreements = ({ placeCode }: Target) => `/arbete/loften/overenskommelser?plats=${placeCode}`;
const agreement = ({ agreementId }: Target) => `/arbete/loften/overenskommelser/${agreementId}`;
const tooLong = 'x'.repeat(500);
type Form = (target: Target) => Record<string, string>;
const doing =
	(who: Permission) =>
	(path: (target: Target) => string, gives: number, form?: Form): Decision =>
		does(who, path, { gives, ...(form && { form }) });
const edits = doing('pledge.edit');
const publishes = doing('pledge.publish');

/** The decision about every route of pledges; what cannot be undone comes last. */
export const pledgeDecisions: Record<string, Decision> = {
	'GET /[kommun=municipality]/loften': seen(() => '/saffle/loften'),
	'GET /[kommun=municipality]/loften/[slug]': seen(() => '/saffle/loften/finns-inte', 404),
	'GET /[kommun=municipality]/loften/[slug]/bild/[id]': seen(() => '/saffle/loften/finns-inte/bild/x', 404),
	'GET /[kommun=municipality]/loften/besked.ics': seen(() => '/saffle/loften/besked.ics'),
	'GET /[kommun=municipality]/loften/prenumerera': seen(() => '/saffle/loften/prenumerera', 404),
	'POST /[kommun=municipality]/loften/prenumerera': {
		who: 'everybody',
		aim: () => ({ path: '/saffle/loften/prenumerera', form: { email: 'x' } }),
		gives: 404
	},
	'GET /[kommun=municipality]/loften/prenumerera/[token]': seen(() => '/saffle/loften/prenumerera/x'),
	'POST /[kommun=municipality]/loften/prenumerera/[token]?/confirm': {
		who: 'everybody',
		aim: () => ({ path: '/saffle/loften/prenumerera/x?/confirm', form: {} }),
		gives: 200
	},
	'POST /[kommun=municipality]/loften/prenumerera/[token]?/end': {
		who: 'everybody',
		aim: () => ({ path: '/saffle/loften/prenumerera/x?/end', form: {} }),
		gives: 200
	},
	'GET /[kommun=municipality]/flode.atom': seen(() => '/saffle/flode.atom'),
	'GET /e/[kommun=municipality]/loften': seen(() => '/e/saffle/loften'),
	'GET /api/v1/places/[code]/pledges': seen(() => '/api/v1/places/1785/pledges'),
	'GET /arbete/loften': may('staff', () => '/arbete/loften'),
	'POST /arbete/loften?/create': edits(
		() => '/arbete/loften?/create',
		422,
		({ placeCode }) => ({ placeCode, title: tooLong })
	),
	'GET /arbete/loften/utskrift': may(
		'pledge.edit',
		({ placeCode }) => `/arbete/loften/utskrift?plats=${placeCode}`
	),
	'GET /arbete/loften/overenskommelser': may('pledge.edit', agreements),
	'POST /arbete/loften/overenskommelser?/save': edits(
		(target) => `${agreements(target)}&/save`,
		422,
		({ placeCode }) => ({ placeCode })
	),
	'GET /arbete/loften/overenskommelser/[id]': may('pledge.edit', agreement),
	'POST /arbete/loften/overenskommelser/[id]?/save': edits((target) => `${agreement(target)}?/save`, 422),
	'POST /arbete/loften/overenskommelser/[id]?/sign': publishes((target) => `${agreement(target)}?/sign`, 422),
	'GET /arbete/loften/[id]': may('pledge.edit', draft),
	'POST /arbete/loften/[id]?/approve': edits((target) => `${draft(target)}?/approve`, 422),
	'POST /arbete/loften/[id]?/sign': publishes((target) => `${draft(target)}?/sign`, 422),
	'POST /arbete/loften/[id]?/publish': publishes((target) => `${draft(target)}?/publish`, 404),
	'POST /arbete/loften/[id]?/assign': edits(
		(target) => `${published(target)}?/assign`,
		303,
		({ activityId }) => ({ activityId })
	),
	'POST /arbete/loften/[id]?/followUp': edits((target) => `${published(target)}?/followUp`, 303),
	'GET /arbete/loften/[id]/[part]': may('pledge.edit', (target) => `${draft(target)}/vad`),
	'POST /arbete/loften/[id]/[part]?/save': edits(
		(target) => `${draft(target)}/vad?/save`,
		422,
		() => ({ title: tooLong })
	),
	'POST /arbete/loften/[id]/[part]?/activity': edits((target) => `${draft(target)}/vem?/activity`, 422),
	'POST /arbete/loften/[id]/[part]?/remove': edits((target) => `${draft(target)}/vem?/remove`, 303),
	'GET /arbete/loften/[id]/besked': may('pledge.edit', (target) => `${published(target)}/besked`),
	'POST /arbete/loften/[id]/besked': edits((target) => `${published(target)}/besked`, 422),
	'GET /arbete/loften/[id]/rattelse': may('pledge.publish', (target) => `${published(target)}/rattelse`),
	'POST /arbete/loften/[id]/rattelse': publishes((target) => `${published(target)}/rattelse`, 422),
	'GET /arbete/loften/[id]/forlangning': may(
		'pledge.publish',
		(target) => `${published(target)}/forlangning`
	),
	'POST /arbete/loften/[id]/forlangning': publishes((target) => `${published(target)}/forlangning`, 422),
	'GET /arbete/loften/[id]/utskrift': may('pledge.edit', (target) => `${published(target)}/utskrift`),
	'GET /arbete/loften/aktivitet/[id]': may(
		'pledge.edit',
		({ activityId }) => `/arbete/loften/aktivitet/${activityId}`
	),
	'POST /arbete/loften/aktivitet/[id]': edits(
		({ activityId }) => `/arbete/loften/aktivitet/${activityId}`,
		422
	),
	'POST /arbete/loften/[id]?/delete': edits((target) => `${draft(target)}?/delete`, 303)
};
