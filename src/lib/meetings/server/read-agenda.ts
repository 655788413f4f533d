import type { Kysely } from 'kysely';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Agenda } from '../agenda.ts';
import { meetingOf, selectMeetings, undoOf } from './meeting-store.ts';
import { selectSteps } from './step-store.ts';

/** How long another process's command may go unseen by who asks for a meeting again and again, in milliseconds. */
const freshFor = 250;

interface Kept {
	agenda: Promise<Agenda>;
	readAt: number;
}

const caches = new WeakMap<Kysely<Database>, Map<string, Kept>>();

const missing = () => new AppError('not-found', 'no such meeting');

async function readBy(db: Kysely<Database>, column: 'id' | 'code', value: string): Promise<Agenda> {
	const row = await selectMeetings(db).where(column, '=', value).executeTakeFirst();
	if (!row) throw missing();
	return { meeting: meetingOf(row), steps: await selectSteps(db, row.id), undo: undoOf(row) };
}

/**
 * A meeting with its steps as the database has them now.
 * @throws AppError `not-found`
 */
export const readAgenda = (ctx: Pick<Context, 'db'>, id: string): Promise<Agenda> => readBy(ctx.db, 'id', id);

/**
 * A meeting by its six digits, for participants: read at most four times a second however many ask, and at once after a
 * command in this process. Nobody may change the object.
 * @throws AppError `not-found`
 */
export async function readAgendaByCode(ctx: Pick<Context, 'db'>, code: string): Promise<Agenda> {
	const cache = caches.get(ctx.db) ?? new Map<string, Kept>();
	caches.set(ctx.db, cache);
	const known = cache.get(code);
	if (known && performance.now() - known.readAt < freshFor) return known.agenda;
	const kept: Kept = { agenda: readBy(ctx.db, 'code', code), readAt: performance.now() };
	cache.set(code, kept);
	const forget = () => void (cache.get(code) === kept && cache.delete(code));
	kept.agenda.catch(forget);
	setTimeout(forget, 2 * freshFor).unref();
	return kept.agenda;
}

/** Lets the next read see what this process has just written. */
export const forgetAgenda = (db: Kysely<Database>, code: string): void => void caches.get(db)?.delete(code);
