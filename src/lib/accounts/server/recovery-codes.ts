import type { Transaction } from 'kysely';
import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { Outcome } from '../../server/problem.ts';
import { newRecoveryCode, recoveryCodeCount, recoveryCodeHash } from '../recovery-code.ts';
import { deleteRecoveryCode, replaceRecoveryCodes } from './recovery-store.ts';
import { requireOwnAccount } from './require-permission.ts';
import { lockFactors, requireOwnSession, secondFactorState } from './second-factor.ts';
import { passSecondFactor, type StartedSession } from './sessions.ts';

type Acting = Pick<Context, 'now' | 'random' | 'vault' | 'actor'>;

/**
 * Ten new recovery codes, to be shown once; the earlier ones stop working. Part of a transaction that has locked the
 * person's factors.
 */
export async function issueRecoveryCodes(
	trx: Transaction<Database>,
	ctx: Acting,
	personId: string
): Promise<string[]> {
	const codes = Array.from({ length: recoveryCodeCount }, () => newRecoveryCode(ctx.random));
	const hashes = codes.map((code) => recoveryCodeHash(personId, code));
	await replaceRecoveryCodes(trx, personId, hashes);
	await recordEvent(trx, ctx, {
		action: 'recovery-codes.made',
		placeCode: null,
		subject: `person:${personId}`
	});
	return codes;
}

/**
 * Replaces one's own recovery codes. Show them once: they are not stored.
 * @throws AppError `not-found` for somebody without a second factor, or whose session has not passed it.
 */
export async function makeRecoveryCodes(ctx: Context): Promise<string[]> {
	const { personId } = await requireOwnAccount(ctx);
	return ctx.db.transaction().execute(async (trx) => {
		await lockFactors(trx, personId);
		if (!(await secondFactorState({ db: trx }, personId)).enrolled) throw new AppError('not-found');
		return issueRecoveryCodes(trx, ctx, personId);
	});
}

/**
 * Passes the second factor with a recovery code, which is used up. With 80 random bits it needs no throttle.
 * @returns the session under its new token, or the problem `wrong-code`.
 * @throws AppError `not-found` when the token does not open the session that acts.
 */
export async function passRecoveryCode(
	ctx: Context,
	{ token, code }: { token: string; code: string }
): Promise<Outcome<StartedSession>> {
	const { personId } = requireOwnSession(ctx, token);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<StartedSession>> => {
		if (!(await deleteRecoveryCode(trx, personId, recoveryCodeHash(personId, code))))
			return { ok: false, problems: [{ at: 'code', code: 'wrong-code', detail: 'no such recovery code' }] };
		const passed = await passSecondFactor(trx, ctx, token);
		await recordEvent(trx, ctx, {
			action: 'recovery-code.used',
			placeCode: null,
			subject: `person:${personId}`
		});
		return { ok: true, value: passed };
	});
}
