import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { tokenHash } from '../token.ts';
import { problemsOfPassword } from './new-person.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { wordsNearTo } from './password-words.ts';
import { selectPerson, updatePerson } from './person-store.ts';
import { requireOwnAccount } from './require-permission.ts';
import { deleteSessionsOf, lockSessions } from './session-store.ts';
import { rotateSession, type StartedSession } from './sessions.ts';
import { ownPasswordLimits, signInThrottle } from './sign-in-limits.ts';
import { waitProblem } from './sign-in.ts';

type Acting = Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'actor'>;

/** Whether the current password is right, at `current`; guesses by somebody at an open browser are slowed down. */
async function checkCurrent(
	ctx: Acting,
	person: { id: string; passwordHash: string | null },
	current: string
): Promise<Outcome<null>> {
	const limits = ownPasswordLimits(person.id);
	const wait = signInThrottle.attempt(limits, ctx.now().getTime());
	if (wait > 0) return waitProblem(wait);
	if (await isPassword(current, person.passwordHash)) {
		signInThrottle.succeeded(limits);
		return { ok: true, value: null };
	}
	return { ok: false, problems: [{ at: 'current', code: 'wrong', detail: 'this is not your password' }] };
}

/**
 * Changes the signed-in person's password. Every other session ends; this one goes on under a new token.
 * @param input.token the session's own
 * @returns the session, or problems at `current` (`wrong`), `password` or the whole (`wait`).
 * @throws AppError `not-found` when the token does not open the session that acts.
 */
export async function changePassword(
	ctx: Acting,
	input: { token: string; current: string; password: string }
): Promise<Outcome<StartedSession>> {
	const { personId, sessionId } = await requireOwnAccount(ctx);
	if (tokenHash(input.token) !== sessionId) throw new AppError('not-found', 'not this session');
	const person = await selectPerson(ctx.db, personId);
	if (!person) throw new AppError('not-found');
	const checked = await checkCurrent(ctx, person, input.current);
	if (!checked.ok) return checked;
	const problems = problemsOfPassword(input.password, await wordsNearTo(ctx, person));
	if (problems.length > 0) return { ok: false, problems };
	const passwordHash = await hashPassword(input.password);
	return ctx.db.transaction().execute(async (trx) => {
		await lockSessions(trx, personId);
		await updatePerson(trx, personId, { passwordHash });
		await deleteSessionsOf(trx, personId, sessionId);
		const session = await rotateSession(trx, ctx, { token: input.token });
		const subject = `person:${personId}`;
		await recordEvent(trx, ctx, { action: 'password.changed', placeCode: null, subject });
		return { ok: true, value: session };
	});
}
