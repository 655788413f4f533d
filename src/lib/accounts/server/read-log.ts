import type { Action, AuditEvent } from '../../audit/event.ts';
import { logFile } from '../../audit/log-file.ts';
import { listEvents, type EventFilter } from '../../audit/server/list-events.ts';
import { recordEvent } from '../../audit/server/record-event.ts';
import { readPlacesBelow } from '../../places/server/read-place-path.ts';
import type { Context } from '../../server/context.ts';
import { requirePermission } from './require-permission.ts';

/** Which lines of a place's log to read. */
export interface LogFilter {
	/** The place; the places below it are included. */
	placeCode: string;
	/** Who did it, or to whom it was done. */
	personId?: string | undefined;
	action?: Action | undefined;
	/** From this moment. */
	from?: Date | undefined;
	/** Before this moment. */
	until?: Date | undefined;
	/** Where the page before ended. */
	beforeSeq?: number | undefined;
	/** Most lines; 50 when left out. */
	limit?: number | undefined;
}

/** What happened in the places, and what people with a role there did with their own accounts. */
async function scopeOf(
	ctx: Pick<Context, 'db'>,
	placeCode: string
): Promise<Required<Pick<EventFilter, 'placeCodes' | 'accountsOf'>>> {
	const placeCodes = await readPlacesBelow(ctx, [placeCode]);
	const people = await ctx.db
		.selectFrom('membership')
		.select('personId')
		.distinct()
		.where('placeCode', 'in', placeCodes)
		.execute();
	return { placeCodes, accountsOf: people.map(({ personId }) => personId) };
}

/**
 * The log of a place and of the places below it, newest first; signing in and one's own account belong to the places
 * where somebody has a role.
 * @returns the lines and, when there are more, the `beforeSeq` of the next page; else null.
 * @throws AppError `not-found` without `log.read` in the place.
 */
export async function readLog(
	ctx: Pick<Context, 'db' | 'actor'>,
	filter: LogFilter
): Promise<{ events: AuditEvent[]; next: number | null }> {
	await requirePermission(ctx, 'log.read', filter.placeCode);
	return listEvents(ctx, { ...filter, ...(await scopeOf(ctx, filter.placeCode)) });
}

const atOnce = 5000;
const mostLines = 100_000;

/**
 * The log of a place as a CSV file, newest first, the 100,000 latest lines at most; that somebody took it is written
 * in the log.
 * @throws AppError `not-found` without `log.read` in the place.
 */
export async function exportLog(
	ctx: Pick<Context, 'db' | 'now' | 'vault' | 'actor'>,
	filter: Omit<LogFilter, 'beforeSeq' | 'limit'>
): Promise<string> {
	await requirePermission(ctx, 'log.read', filter.placeCode);
	const scope = await scopeOf(ctx, filter.placeCode);
	const lines: AuditEvent[] = [];
	let beforeSeq: number | undefined;
	do {
		const page = await listEvents(ctx, { ...filter, ...scope, beforeSeq, limit: atOnce });
		lines.push(...page.events);
		beforeSeq = page.next ?? undefined;
	} while (beforeSeq !== undefined && lines.length < mostLines);
	await ctx.db.transaction().execute((trx) =>
		recordEvent(trx, ctx, {
			action: 'log.exported',
			placeCode: filter.placeCode,
			subject: `place:${filter.placeCode}`,
			after: { lines: lines.length }
		})
	);
	return logFile(lines);
}
