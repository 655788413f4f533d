import type { Context } from '#lib/server/context.ts';
import { selectEvents } from './audit-store.ts';
import { eventHash } from './event-hash.ts';
import type { AuditEventRow } from './tables.ts';

/** The end of the log at some moment: written down elsewhere, it shows later whether the end was cut off. */
export interface LogHead {
	seq: number;
	hash: string;
}

/** What a verification found; `reason` says what is wrong with the line `seq`. */
export type Verification =
	{ ok: true; events: number; head: LogHead } | { ok: false; seq: number; reason: 'missing' | 'changed' };

const atOnce = 1000;

const nextRows = (ctx: Pick<Context, 'db'>, after: number): Promise<AuditEventRow[]> =>
	selectEvents(ctx.db).where('seq', '>', after).orderBy('seq').limit(atOnce).execute();

function faultOf(ctx: Pick<Context, 'vault'>, row: AuditEventRow, last: LogHead): Verification | undefined {
	if (row.seq !== last.seq + 1) return { ok: false, seq: last.seq + 1, reason: 'missing' };
	const fits = row.previous === last.hash && row.hash === eventHash(ctx.vault, row);
	return fits ? undefined : { ok: false, seq: row.seq, reason: 'changed' };
}

/**
 * Walks the whole log and names the first line that is missing, has been changed or was put in. Lines cut off at the
 * end are found when `known` tells how far the log reached before.
 */
export async function verifyAudit(
	ctx: Pick<Context, 'db' | 'vault'>,
	known?: LogHead
): Promise<Verification> {
	let head: LogHead = { seq: 0, hash: '' };
	let rows = await nextRows(ctx, 0);
	while (rows.length > 0) {
		for (const row of rows) {
			const fault = faultOf(ctx, row, head);
			if (fault) return fault;
			if (row.seq === known?.seq && row.hash !== known.hash)
				return { ok: false, seq: row.seq, reason: 'changed' };
			head = { seq: row.seq, hash: row.hash };
		}
		rows = await nextRows(ctx, head.seq);
	}
	if (known && known.seq > head.seq) return { ok: false, seq: head.seq + 1, reason: 'missing' };
	return { ok: true, events: head.seq, head };
}
