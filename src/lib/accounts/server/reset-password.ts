import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { deleteKnownDevicesOf } from './known-device-store.ts';
import { asActor, problemsOfPassword } from './new-person.ts';
import { hashPassword } from './password-hash.ts';
import { wordsNearTo } from './password-words.ts';
import { personOfLink, useUpLink } from './person-links.ts';
import { selectPerson, updatePerson } from './person-store.ts';
import { deleteSessionsOf, lockSessions } from './session-store.ts';

/**
 * Makes sure that a reset link works.
 * @throws AppError `not-found` when it is unknown, used or too old.
 */
export async function checkResetLink(ctx: Pick<Context, 'db' | 'now'>, token: string): Promise<void> {
	await personOfLink(ctx, { token, purpose: 'reset' });
}

/**
 * Chooses a new password by a reset link and uses the link up. Every session of the person ends; a second factor
 * stays and is asked for at the next sign-in.
 * @returns problems at `password`; then nothing has changed and the link still works.
 * @throws AppError `not-found` for a link that does not work.
 */
export async function resetPassword(
	ctx: Pick<Context, 'db' | 'now' | 'vault'>,
	{ token, password }: { token: string; password: string }
): Promise<Outcome<null>> {
	const personId = await personOfLink(ctx, { token, purpose: 'reset' });
	const person = await selectPerson(ctx.db, personId);
	if (!person) throw new AppError('not-found');
	const problems = problemsOfPassword(password, await wordsNearTo(ctx, person));
	if (problems.length > 0) return { ok: false, problems };
	const passwordHash = await hashPassword(password);
	return ctx.db.transaction().execute(async (trx) => {
		await lockSessions(trx, personId);
		await useUpLink(trx, token);
		await updatePerson(trx, personId, { passwordHash });
		await deleteSessionsOf(trx, personId);
		await deleteKnownDevicesOf(trx, personId);
		const by = { now: ctx.now, vault: ctx.vault, actor: asActor(person) };
		await recordEvent(trx, by, {
			action: 'password.changed',
			placeCode: null,
			subject: `person:${personId}`,
			after: { through: 'link' }
		});
		return { ok: true, value: null };
	});
}
