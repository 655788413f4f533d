import { link, seen, type Decision } from './route-decision.ts';

/** The decision about every route of a meeting's core: what screens, remotes and phones ask again and again. */
export const meetingsDecisions: Record<string, Decision> = {
	'GET /mote/[code]/lage': seen(() => '/mote/100001/lage', 404),
	'GET /skarm/[token]/lage': link((token) => `/skarm/${token}/lage`, 404),
	'GET /skarm/[token]/strom': link((token) => `/skarm/${token}/strom`, 404),
	'HEAD /skarm/[token]/strom': link((token) => `/skarm/${token}/strom`, 404),
	'GET /styr/[token]/lage': link((token) => `/styr/${token}/lage`, 404),
	'GET /styr/[token]/strom': link((token) => `/styr/${token}/strom`, 404),
	'HEAD /styr/[token]/strom': link((token) => `/styr/${token}/strom`, 404),
	'POST /styr/[token]/kommando': link((token) => `/styr/${token}/kommando`, 415, {})
};
