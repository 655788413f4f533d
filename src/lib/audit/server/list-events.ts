import type { Context } from '#lib/server/context.ts';
import type { Action, AuditEvent } from '../event.ts';
import { eventOf, selectEvents } from './audit-store.ts';

/** Which lines of the log to read; every part narrows it further. */
export interface EventFilter {
	/** Where it happened; lines without a place only when `accountsOf` names who did it. All when left out. */
	placeCodes?: readonly string[];
	/** People whose doings with their own accounts belong to the places too. */
	accountsOf?: readonly string[];
	/** Who did it, or to whom it was done. */
	personId?: string | undefined;
	action?: Action | undefined;
	/** From this moment. */
	from?: Date | undefined;
	/** Before this moment. */
	until?: Date | undefined;
	/** Lines before this one only: where the page before ended. */
	beforeSeq?: number | undefined;
	/** Most lines; 50 when left out, never above 10,000. */
	limit?: number | undefined;
}

function inPlaces(query: ReturnType<typeof selectEvents>, filter: EventFilter) {
	const { placeCodes, accountsOf = [] } = filter;
	if (!placeCodes) return query;
	return query.where((where) =>
		where.or([
			placeCodes.length > 0 ? where('placeCode', 'in', placeCodes) : where.lit(false),
			accountsOf.length > 0
				? where.and([where('placeCode', 'is', null), where('actorId', 'in', accountsOf)])
				: where.lit(false)
		])
	);
}

/**
 * Lines of the log that fit, newest first. Whoever asks must have been let in before: see accounts' read-log.
 * @returns the lines and, when there are more, the `beforeSeq` of the next page; else null.
 */
export async function listEvents(
	ctx: Pick<Context, 'db'>,
	filter: EventFilter
): Promise<{ events: AuditEvent[]; next: number | null }> {
	const { personId, action, from, until, beforeSeq } = filter;
	const limit = Math.min(Math.max(filter.limit ?? 50, 1), 10_000);
	let query = inPlaces(selectEvents(ctx.db), filter);
	if (personId)
		query = query.where((where) =>
			where.or([where('actorId', '=', personId), where('subject', '=', `person:${personId}`)])
		);
	if (action) query = query.where('action', '=', action);
	if (from) query = query.where('at', '>=', from.getTime());
	if (until) query = query.where('at', '<', until.getTime());
	if (beforeSeq) query = query.where('seq', '<', beforeSeq);
	const rows = await query
		.orderBy('seq', 'desc')
		.limit(limit + 1)
		.execute();
	const events = rows.slice(0, limit).map(eventOf);
	return { events, next: rows.length > limit ? events.at(-1)!.seq : null };
}
