import { link, seen, type Decision } from './route-decision.ts';

/** The decision about every page of a room full of people. */
export const roomDecisions: Record<string, Decision> = {
	'GET /mote/[code]': seen(() => '/mote/100001', 404),
	'POST /mote/[code]': { who: 'everybody', aim: () => ({ path: '/mote/100001', form: {} }), gives: 404 },
	'GET /skarm/[token]': link((token) => `/skarm/${token}`, 404)
};
