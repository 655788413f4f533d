import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { totpDelay, totpStep } from '../totp.ts';
import { requireOwnSession } from './second-factor.ts';
import { passSecondFactor, type StartedSession } from './sessions.ts';
import { totpPurpose } from './totp-enrolment.ts';
import { countTotpTry, selectTotp, useTotpStep } from './totp-store.ts';

type Checked = { step: number } | { refused: 'wrong-code' | 'wait' };

/** How often a try is counted anew when other tries come in between. */
const patience = 5;

/** Counts the try first, so that many at the same time are worth no more than one after the other. */
async function checkCode(ctx: Context, personId: string, code: string): Promise<Checked> {
	const now = ctx.now().getTime();
	for (let attempt = 0; attempt < patience; attempt++) {
		const totp = await selectTotp(ctx.db, personId, 1);
		if (!totp) return { refused: 'wrong-code' };
		if (totp.retryAt > now) return { refused: 'wait' };
		const { failures } = totp;
		if (!(await countTotpTry(ctx.db, personId, { failures, retryAt: now + totpDelay(failures + 1) })))
			continue;
		const step = totpStep(ctx.vault.open(totpPurpose(personId), totp.sealedSecret), code, now);
		return step === null ? { refused: 'wrong-code' } : { step };
	}
	return { refused: 'wait' };
}

const details = {
	'wrong-code': 'not the code that the app shows, or used already',
	wait: 'too many wrong codes'
};

const refusal = (code: 'wrong-code' | 'wait'): Outcome<never> => ({
	ok: false,
	problems: [{ at: 'code', code, detail: details[code] }]
});

/**
 * Passes the second factor with a code from the authenticator app. Each code works once, in whichever process it
 * arrives first; after five wrong ones in a row the next has to wait (see totpDelay).
 * @param input.token the session's own
 * @returns the session under its new token, or the problem `wrong-code` or `wait`.
 * @throws AppError `not-found` when the token does not open the session that acts.
 */
export async function passTotp(
	ctx: Context,
	{ token, code }: { token: string; code: string }
): Promise<Outcome<StartedSession>> {
	const { personId } = requireOwnSession(ctx, token);
	const checked = await checkCode(ctx, personId, code);
	if ('refused' in checked) return refusal(checked.refused);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<StartedSession>> => {
		if (!(await useTotpStep(trx, personId, checked.step))) return refusal('wrong-code');
		return { ok: true, value: await passSecondFactor(trx, ctx, token) };
	});
}
