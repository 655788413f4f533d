import type { Action } from '../event.ts';

/** One line of the log; triggers refuse every change. */
export interface AuditEventRow {
	seq: number;
	/** Milliseconds since 1970, UTC. */
	at: number;
	/** A person's id, `system` or `visitor`. */
	actorId: string;
	actorName: string | null;
	action: Action;
	placeCode: string | null;
	subject: string;
	/** `{before, after}` as JSON. */
	details: string;
	/** The hash of the line before; empty for the first. */
	previous: string;
	/** Keyed hash of every other column. */
	hash: string;
}

export interface AuditTables {
	auditEvent: AuditEventRow;
}
