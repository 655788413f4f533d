import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { OwnSession } from '../session.ts';
import { requireOwnAccount, requireStaff } from './require-permission.ts';
import { deleteSession, deleteSessionsOf, lockSessions, selectSessionsOf } from './session-store.ts';

type Acting = Pick<Context, 'db' | 'now' | 'vault' | 'actor'>;

/** The sessions of the signed-in person that have not ended, latest used first. */
export async function listSessions(ctx: Pick<Context, 'db' | 'now' | 'actor'>): Promise<OwnSession[]> {
	const { personId, sessionId } = await requireOwnAccount(ctx);
	const now = ctx.now().getTime();
	return (await selectSessionsOf(ctx.db, personId))
		.filter(({ expiresAt, endsAt }) => expiresAt > now && endsAt > now)
		.map((row) => ({
			id: row.idHash,
			method: row.method,
			device: row.device,
			startedAt: new Date(row.startedAt),
			seenAt: new Date(row.seenAt),
			current: row.idHash === sessionId
		}));
}

/**
 * Ends one of the signed-in person's own sessions at once, by the id in the list.
 * @throws AppError `not-found` for a session that has ended or is somebody else's.
 */
export async function endSession(ctx: Acting, id: string): Promise<void> {
	const { personId } = await requireOwnAccount(ctx);
	const own = await selectSessionsOf(ctx.db, personId);
	if (!own.some(({ idHash }) => idHash === id)) throw new AppError('not-found');
	await end(ctx, personId, id);
}

async function end(ctx: Acting, personId: string, id: string): Promise<void> {
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await deleteSession(trx, id))) throw new AppError('not-found');
		const subject = `person:${personId}`;
		await recordEvent(trx, ctx, { action: 'session.ended', placeCode: null, subject });
	});
}

/** Signs out: ends the session that asks. */
export async function signOut(ctx: Acting): Promise<void> {
	const { personId, sessionId } = requireStaff(ctx);
	await end(ctx, personId, sessionId);
}

/** Ends every session of the signed-in person but the one that asks. @returns how many. */
export async function endOtherSessions(ctx: Acting): Promise<number> {
	const { personId, sessionId } = await requireOwnAccount(ctx);
	return ctx.db.transaction().execute(async (trx) => {
		await lockSessions(trx, personId);
		const ended = await deleteSessionsOf(trx, personId, sessionId);
		await recordEvent(trx, ctx, {
			action: 'sessions.ended',
			placeCode: null,
			subject: `person:${personId}`,
			after: { ended }
		});
		return ended;
	});
}
