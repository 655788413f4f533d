import type { Transaction } from 'kysely';
import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context, StaffActor } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { randomId } from '../../server/random.ts';
import { idleHours, needsOf, type Needs, type SessionMethod } from '../session.ts';
import { tokenHash } from '../token.ts';
import { selectMemberships } from './person-store.ts';
import { luciaOf, newSession } from './session-adapter.ts';
import { deleteSession, lockSessions, updateSessionSeen } from './session-store.ts';

type Trx = Transaction<Database>;
type Acting = Pick<Context, 'now' | 'random' | 'vault'>;

/** A session as a request finds it. */
export interface SignedIn {
	actor: StaffActor;
	/** While not null, the roles do not count: only signing in further and one's own account work. */
	needs: Needs;
}

/** A session that has just begun or been rotated. `token` goes into the cookie and nowhere else. */
export interface StartedSession extends SignedIn {
	token: string;
}

/** How often a session that is used is written down as used. */
const noteEvery = 60_000;

/**
 * Who a session's token stands for, read from the database every time so that an ended session ends at once.
 * @returns null for a token that is unknown, idle for too long or too old.
 */
export async function readSession(ctx: Pick<Context, 'db' | 'now'>, token: string): Promise<SignedIn | null> {
	if (!/^[\w-]{22}$/.test(token)) return null;
	const { session, user } = await luciaOf(ctx).validateSession(token);
	if (!session) return null;
	if (ctx.now().getTime() - session.seenAt >= noteEvery)
		await updateSessionSeen(ctx.db, tokenHash(token), {
			seenAt: ctx.now().getTime(),
			expiresAt: ctx.now().getTime() + idleHours * 3_600_000
		});
	const memberships = await selectMemberships(ctx.db, user.id);
	const needs = needsOf(session, { hasSecondFactor: user.hasSecondFactor, memberships });
	const actor: StaffActor = {
		kind: 'staff',
		personId: user.id,
		name: user.name,
		sessionId: tokenHash(token),
		secondFactor: session.secondFactor,
		memberships: needs === null ? memberships : []
	};
	return { actor, needs };
}

async function justStarted(trx: Trx, ctx: Acting, token: string): Promise<StartedSession> {
	const signedIn = await readSession({ db: trx, now: ctx.now }, token);
	if (!signedIn) throw new AppError('not-found', 'no such person');
	return { token, actor: signedIn.actor, needs: signedIn.needs };
}

export interface NewSession {
	personId: string;
	method: SessionMethod;
	/** True when the way of signing in was two factors by itself. */
	secondFactor: boolean;
	/** Browser and system in words, see deviceName. */
	device: string;
	/** The token the browser came with, if any: that session ends. */
	replaces?: string | undefined;
}

/**
 * Begins a session under a new token, inside the transaction of whatever proved who the person is, and writes it
 * in the log. A token that the browser brought along is never reused.
 */
export async function startSession(trx: Trx, ctx: Acting, input: NewSession): Promise<StartedSession> {
	const lucia = luciaOf({ db: trx, now: ctx.now });
	if (input.replaces) await lucia.invalidateSession(input.replaces);
	const token = randomId(ctx.random);
	await lucia.createSession(input.personId, newSession(ctx, input), { sessionId: token });
	const started = await justStarted(trx, ctx, token);
	await recordEvent(
		trx,
		{ now: ctx.now, vault: ctx.vault, actor: started.actor },
		{
			action: 'session.started',
			placeCode: null,
			subject: `person:${input.personId}`,
			after: { method: input.method, device: input.device.slice(0, 80) }
		}
	);
	return started;
}

/**
 * Gives a session a new token; the old one stops working. For every change of rights in one's own session.
 * @throws AppError `not-found` when the session has ended.
 */
export async function rotateSession(
	trx: Trx,
	ctx: Acting,
	{ token, secondFactor }: { token: string; secondFactor?: boolean }
): Promise<StartedSession> {
	const lucia = luciaOf({ db: trx, now: ctx.now });
	const { session } = await lucia.validateSession(token);
	if (!session) throw new AppError('not-found', 'the session has ended');
	await lockSessions(trx, session.userId);
	if (!(await deleteSession(trx, tokenHash(token)))) throw new AppError('not-found', 'the session has ended');
	const next = randomId(ctx.random);
	const { method, device, startedAt, seenAt, endsAt } = session;
	const attributes = { method, device, startedAt, seenAt, endsAt };
	await lucia.createSession(
		session.userId,
		{ ...attributes, secondFactor: secondFactor ?? session.secondFactor },
		{ sessionId: next }
	);
	return justStarted(trx, ctx, next);
}

/**
 * Marks that a session has passed a second factor: it goes on under a new token and its roles count.
 * @throws AppError `not-found` when the session has ended.
 */
export async function passSecondFactor(trx: Trx, ctx: Acting, token: string): Promise<StartedSession> {
	const passed = await rotateSession(trx, ctx, { token, secondFactor: true });
	await recordEvent(
		trx,
		{ now: ctx.now, vault: ctx.vault, actor: passed.actor },
		{
			action: 'second-factor.passed',
			placeCode: null,
			subject: `person:${passed.actor.personId}`
		}
	);
	return passed;
}
