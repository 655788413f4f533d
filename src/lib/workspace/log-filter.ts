import { actions, type Action } from '#lib/audit/event.ts';
import { endOfDayInclusive, isDay, startOfDay } from '#lib/dialogues/period.ts';

/** Which lines of the log an address asks for. */
export interface AskedLines {
	personId: string | undefined;
	action: Action | undefined;
	from: Date | undefined;
	until: Date | undefined;
	/** Where the page before ended. */
	beforeSeq: number | undefined;
}

/** The same lines from the start, with some parts of the address changed: a query with its `?`. */
export function logQuery(query: URLSearchParams, change: Record<string, string>): string {
	const next = new URLSearchParams(query);
	next.delete('fore');
	for (const [name, value] of Object.entries(change)) next.set(name, value);
	return `?${next.toString()}`;
}

const isAction = (text: string | null): text is Action =>
	(actions as readonly (string | null)[]).includes(text);

/**
 * The filter of an address (`?person=&handelse=&fran=&till=&fore=`); what cannot be read filters nothing. Both days are
 * included.
 */
export function logFilter(query: URLSearchParams): AskedLines {
	const person = query.get('person');
	const action = query.get('handelse');
	const from = query.get('fran');
	const until = query.get('till');
	const before = query.get('fore') ?? '';
	return {
		personId: person && /^[\w-]{1,40}$/.test(person) ? person : undefined,
		action: isAction(action) ? action : undefined,
		from: isDay(from) ? startOfDay(from) : undefined,
		until: isDay(until) ? endOfDayInclusive(until) : undefined,
		beforeSeq: /^\d{1,12}$/.test(before) ? Number(before) : undefined
	};
}
