import type { Kysely } from 'kysely';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { randomId } from '#lib/server/random.ts';
import { createWindowCounter, type WindowCounter } from '#lib/server/rate-limit.ts';

/** Sheets that people fill in on one device in ten minutes: one every ten seconds, without a pause. */
const mostInTenMinutes = 60;
const counters = new WeakMap<Kysely<Database>, WindowCounter>();

/**
 * The source of a sheet that was filled in under somebody's eyes, on a tablet or a collector's phone: each is its own.
 * A device that sends faster than people can is not watched, whoever holds its link: its sheets are one source then.
 * @param deviceId of the kiosk or the collector's device
 */
export function supervisedSource(ctx: Pick<Context, 'db' | 'now' | 'random'>, deviceId: string): string {
	const counter = counters.get(ctx.db) ?? createWindowCounter({ windowMs: 600_000 });
	counters.set(ctx.db, counter);
	const now = ctx.now().getTime();
	counter.add(deviceId, now);
	return counter.count(deviceId, now) > mostInTenMinutes ? `device ${deviceId}` : randomId(ctx.random);
}
