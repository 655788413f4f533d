import { csvOf } from '#lib/format/csv.ts';
import type { AuditEvent } from './event.ts';

/**
 * The log as a CSV file: one line an event, times in ISO 8601 UTC, before and after as JSON. Texts that a
 * spreadsheet would run are made harmless.
 */
export const logFile = (events: readonly AuditEvent[]): string =>
	csvOf([
		['seq', 'time', 'person_id', 'person', 'action', 'place', 'subject', 'before', 'after'],
		...events.map((event) => [
			event.seq,
			new Date(event.at).toISOString(),
			event.actorId,
			event.actorName,
			event.action,
			event.placeCode,
			event.subject,
			event.before && JSON.stringify(event.before),
			event.after && JSON.stringify(event.after)
		])
	]);
