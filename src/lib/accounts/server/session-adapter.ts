import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { Context } from '../../server/context.ts';
import { idleHours, sessionHours, type SessionMethod } from '../session.ts';
import { tokenHash } from '../token.ts';
import {
	deleteSession,
	deleteSessionsBefore,
	deleteSessionsOf,
	insertSession,
	selectSession,
	selectSessionsOf,
	updateSessionSeen
} from './session-store.ts';
import type { SessionRow } from './tables.ts';

interface SessionAttributes {
	method: SessionMethod;
	secondFactor: boolean;
	device: string;
	startedAt: number;
	seenAt: number;
	endsAt: number;
}

interface PersonAttributes {
	name: string;
	hasSecondFactor: boolean;
}

type Clocked = Pick<Context, 'db' | 'now'>;

const attributesOf = (row: SessionRow): SessionAttributes => ({
	method: row.method,
	secondFactor: row.secondFactor === 1,
	device: row.device,
	startedAt: row.startedAt,
	seenAt: row.seenAt,
	endsAt: row.endsAt
});

/**
 * Where Lucia keeps sessions: only hashes of tokens are stored, and the absolute end holds whatever Lucia asks for.
 * Lucia reads the machine's clock; `skew` carries its times over to the context's clock and back.
 */
function sessionAdapter({ db, now }: Clocked): Adapter {
	const skew = Date.now() - now().getTime();
	const toLucia = (token: string, row: SessionRow): DatabaseSession => ({
		id: token,
		userId: row.personId,
		expiresAt: new Date(Math.min(row.expiresAt, row.endsAt) + skew),
		attributes: attributesOf(row)
	});
	return {
		async getSessionAndUser(token) {
			const row = await selectSession(db, tokenHash(token));
			if (!row) return [null, null];
			const person = { name: row.name, hasSecondFactor: row.hasSecondFactor === 1 };
			return [toLucia(token, row), { id: row.personId, attributes: person }];
		},
		// Named by their hashes: a list of sessions must not open any of them.
		getUserSessions: async (personId) =>
			(await selectSessionsOf(db, personId)).map((row) => toLucia(row.idHash, row)),
		setSession: ({ id, userId, expiresAt, attributes }) =>
			insertSession(db, {
				idHash: tokenHash(id),
				personId: userId,
				method: attributes.method,
				secondFactor: attributes.secondFactor ? 1 : 0,
				device: attributes.device,
				startedAt: attributes.startedAt,
				seenAt: attributes.seenAt,
				expiresAt: expiresAt.getTime() - skew,
				endsAt: attributes.endsAt
			}),
		updateSessionExpiration: (token, expiresAt) =>
			updateSessionSeen(db, tokenHash(token), {
				seenAt: now().getTime(),
				expiresAt: expiresAt.getTime() - skew
			}),
		deleteSession: async (token) => void (await deleteSession(db, tokenHash(token))),
		deleteUserSessions: async (personId) => void (await deleteSessionsOf(db, personId)),
		deleteExpiredSessions: () => deleteSessionsBefore(db, now().getTime())
	};
}

/** Lucia over this context's database and clock. */
export const luciaOf = (ctx: Clocked) =>
	new Lucia(sessionAdapter(ctx), {
		sessionExpiresIn: new TimeSpan(idleHours, 'h'),
		getSessionAttributes: ({ method, secondFactor, device, startedAt, seenAt, endsAt }) => ({
			method,
			secondFactor,
			device,
			startedAt,
			seenAt,
			endsAt
		}),
		getUserAttributes: ({ name, hasSecondFactor }) => ({ name, hasSecondFactor })
	});

/** What a session that starts now holds besides its token and person. */
export const newSession = (
	{ now }: Pick<Context, 'now'>,
	{ method, secondFactor, device }: Pick<SessionAttributes, 'method' | 'secondFactor' | 'device'>
): SessionAttributes => ({
	method,
	secondFactor,
	device: device.slice(0, 80),
	startedAt: now().getTime(),
	seenAt: now().getTime(),
	endsAt: now().getTime() + sessionHours * 3_600_000
});

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaOf>;
		DatabaseUserAttributes: PersonAttributes;
		DatabaseSessionAttributes: SessionAttributes;
	}
}
