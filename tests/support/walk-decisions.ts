import { does, may, seen, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';
import { plantedWalk } from './walk-cast.ts';

const work = '/arbete/vandringar';
const inPlace = ({ placeCode }: Target) => `${work}?plats=${placeCode}`;
const preparing = ({ placeCode }: Target) => `${work}/ny?plats=${placeCode}`;
const walk = ({ walkId }: Target) => `${work}/${walkId}`;
const point = (target: Target) => `${walk(target)}/punkt/${target.pointId}`;
const leads = (path: (target: Target) => string, gives: number): Decision =>
	does('meeting.lead', path, { gives });

/** The decision about every route of safety walks, in the order they are tried: what is taken away comes last. */
export const walkDecisions: Record<string, Decision> = {
	'GET /[kommun=municipality]/vandringar': seen(() => '/saffle/vandringar'),
	'GET /[kommun=municipality]/vandringar/[slug]': seen(() => `/saffle/vandringar/${plantedWalk.slug}`),
	'GET /[kommun=municipality]/vandringar/[slug]/bild/[photo]': seen(
		() => `/saffle/vandringar/${plantedWalk.slug}/bild/${plantedWalk.photoIn('1785')}`
	),
	'GET /arbete/vandringar': may('meeting.lead', inPlace),
	'GET /arbete/vandringar/ny': may('meeting.lead', preparing),
	'POST /arbete/vandringar/ny': leads(preparing, 422),
	'GET /arbete/vandringar/[id]': may('meeting.lead', walk),
	'GET /arbete/vandringar/[id]/bild/[photo]': may(
		'meeting.lead',
		(target) => `${walk(target)}/bild/${plantedWalk.photoIn(target.placeCode)}`
	),
	'GET /arbete/vandringar/[id]/punkt': may('meeting.lead', (target) => `${walk(target)}/punkt`),
	'POST /arbete/vandringar/[id]/punkt': leads((target) => `${walk(target)}/punkt`, 422),
	'GET /arbete/vandringar/[id]/punkt/[point]': may('meeting.lead', point),
	'POST /arbete/vandringar/[id]/punkt/[point]?/save': leads((target) => `${point(target)}?/save`, 422),
	'POST /arbete/vandringar/[id]?/about': leads((target) => `${walk(target)}?/about`, 422),
	'POST /arbete/vandringar/[id]?/reported': leads((target) => `${walk(target)}?/reported`, 303),
	'POST /arbete/vandringar/[id]?/publish': does('dialogue.publish', (target) => `${walk(target)}?/publish`, {
		gives: 303
	}),
	'POST /arbete/vandringar/[id]/punkt/[point]?/remove': leads((target) => `${point(target)}?/remove`, 303)
};
