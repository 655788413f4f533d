import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import { makeLink, personOfLink, useUpLink } from './person-links.ts';
import { startSession, type StartedSession } from './sessions.ts';

/**
 * Makes a link that signs a person in, once, within ten minutes: for the demonstration, printed where it was started.
 * Only the system itself may.
 * @returns its path.
 * @throws AppError `not-found` when anybody else acts.
 */
export async function issueSignInLink(
	ctx: Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'actor'>,
	personId: string
): Promise<string> {
	if (ctx.actor.kind !== 'system') throw new AppError('not-found');
	return ctx.db.transaction().execute(async (trx) => {
		const token = await makeLink(trx, ctx, { personId, purpose: 'sign-in' });
		const subject = `person:${personId}`;
		await recordEvent(trx, ctx, { action: 'sign-in-link.issued', placeCode: null, subject });
		return `/logga-in/lank/${token}`;
	});
}

/**
 * Signs in with such a link and uses it up. It counts as two factors: whoever has it can read the machine's terminal.
 * @throws AppError `not-found` when it is unknown, used or too old.
 */
export async function useSignInLink(
	ctx: Pick<Context, 'db' | 'now' | 'random' | 'vault'>,
	{ token, device, replaces }: { token: string; device: string; replaces?: string | undefined }
): Promise<StartedSession> {
	const personId = await personOfLink(ctx, { token, purpose: 'sign-in' });
	return ctx.db.transaction().execute(async (trx) => {
		await useUpLink(trx, token);
		return startSession(trx, ctx, { personId, method: 'sign-in-link', secondFactor: true, device, replaces });
	});
}
