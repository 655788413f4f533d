import { seen, type Decision } from './route-decision.ts';

/** The decision about every route of pledges. */
export const pledgeDecisions: Record<string, Decision> = {
	'GET /[kommun=municipality]/loften': seen(() => '/saffle/loften'),
	'GET /[kommun=municipality]/loften/[slug]': seen(() => '/saffle/loften/finns-inte', 404),
	'GET /[kommun=municipality]/loften/[slug]/bild/[id]': seen(() => '/saffle/loften/finns-inte/bild/x', 404),
	'GET /[kommun=municipality]/loften/besked.ics': seen(() => '/saffle/loften/besked.ics'),
	'GET /[kommun=municipality]/flode.atom': seen(() => '/saffle/flode.atom'),
	'GET /e/[kommun=municipality]/loften': seen(() => '/e/saffle/loften'),
	'GET /api/v1/places/[code]/pledges': seen(() => '/api/v1/places/1785/pledges')
};
