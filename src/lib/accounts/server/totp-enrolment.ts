import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { qrPath, type QrPath } from '../../ui/qr-path.ts';
import { newTotpSecret, totpStep, totpUri } from '../totp.ts';
import { selectPerson } from './person-store.ts';
import { issueRecoveryCodes } from './recovery-codes.ts';
import { requireOwnAccount } from './require-permission.ts';
import {
	lastFactor,
	lockFactors,
	mayLoseFactor,
	noteFactors,
	requireOwnSession,
	secondFactorState
} from './second-factor.ts';
import { passSecondFactor, type StartedSession } from './sessions.ts';
import { confirmTotpDraft, deleteTotp, replaceTotpDraft, selectTotp } from './totp-store.ts';

/** What the vault seals a person's secret for: moved to another person's row it opens for nobody. */
export const totpPurpose = (personId: string): string => `totp ${personId}`;

/** An authenticator app that is being set up. */
export interface TotpDraft {
	/** Base32, for those who type it in. */
	secret: string;
	/** `otpauth://…` for those who set up on the same device. */
	uri: string;
	qr: QrPath;
}

/** A factor that now counts. */
export interface AddedFactor {
	/** The session goes on under a new token and has passed the second factor. */
	session: StartedSession;
	/** The first recovery codes, to be shown once; null for somebody who has codes already. */
	recoveryCodes: string[] | null;
}

function draftOf(secret: string, label: string): TotpDraft {
	const uri = totpUri({ secret, issuer: 'Lyhörd', label });
	return { secret, uri, qr: qrPath(uri) };
}

/**
 * Begins to set up an authenticator app with a new secret. It counts when a code from it is confirmed; until then an
 * earlier app goes on counting.
 * @throws AppError `not-found` when the session may not change factors, see requireOwnAccount.
 */
export async function startTotp(ctx: Context): Promise<TotpDraft> {
	const { personId, name } = await requireOwnAccount(ctx);
	const secret = newTotpSecret(ctx.random);
	const sealed = ctx.vault.seal(totpPurpose(personId), secret);
	return ctx.db.transaction().execute(async (trx) => {
		await lockFactors(trx, personId);
		await replaceTotpDraft(trx, personId, sealed);
		const person = await selectPerson(trx, personId);
		return draftOf(secret, person?.email ?? name);
	});
}

/**
 * The app that is being set up, to show it again after a mistyped code; null when there is none.
 * @throws AppError `not-found` when the session may not change factors.
 */
export async function readTotpDraft(ctx: Context): Promise<TotpDraft | null> {
	const { personId, name } = await requireOwnAccount(ctx);
	const draft = await selectTotp(ctx.db, personId, 0);
	if (!draft) return null;
	const person = await selectPerson(ctx.db, personId);
	return draftOf(ctx.vault.open(totpPurpose(personId), draft.sealedSecret), person?.email ?? name);
}

const wrongCode: Outcome<never> = {
	ok: false,
	problems: [{ at: 'code', code: 'wrong-code', detail: 'not the code that the app shows' }]
};

/**
 * Makes the app that is being set up count, with a code from it; the code is used up. It replaces an earlier app.
 * @param input.token the session's own
 * @returns the session and, for the first factor, recovery codes; or the problem `wrong-code`.
 * @throws AppError `not-found` when nothing is being set up or the session may not change factors.
 */
export async function confirmTotp(
	ctx: Context,
	{ token, code }: { token: string; code: string }
): Promise<Outcome<AddedFactor>> {
	requireOwnSession(ctx, token);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<AddedFactor>> => {
		const { personId } = requireOwnSession(ctx, token);
		await lockFactors(trx, personId);
		await requireOwnAccount({ db: trx, actor: ctx.actor });
		const draft = await selectTotp(trx, personId, 0);
		if (!draft) throw new AppError('not-found', 'no app is being set up');
		const { sealedSecret } = draft;
		const secret = ctx.vault.open(totpPurpose(personId), sealedSecret);
		const lastStep = totpStep(secret, code, ctx.now().getTime());
		if (lastStep === null || !(await confirmTotpDraft(trx, { personId, sealedSecret, lastStep })))
			return wrongCode;
		const { recoveryCodes: left } = await noteFactors(trx, personId);
		const session = await passSecondFactor(trx, ctx, token);
		await recordEvent(trx, ctx, { action: 'totp.enrolled', placeCode: null, subject: `person:${personId}` });
		const recoveryCodes = left === 0 ? await issueRecoveryCodes(trx, ctx, personId) : null;
		return { ok: true, value: { session, recoveryCodes } };
	});
}

/**
 * Takes one's own authenticator app away.
 * @returns the problem `last-factor` when a publisher or administrator would be left without a second factor.
 * @throws AppError `not-found` when there is none or the session may not change factors.
 */
export async function removeTotp(ctx: Context): Promise<Outcome<null>> {
	const { personId } = await requireOwnAccount(ctx);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<null>> => {
		await lockFactors(trx, personId);
		const state = await secondFactorState({ db: trx }, personId);
		if (!state.totp) throw new AppError('not-found', 'no authenticator app');
		if (!mayLoseFactor(state)) return lastFactor;
		await deleteTotp(trx, personId, 1);
		await noteFactors(trx, personId);
		await recordEvent(trx, ctx, { action: 'totp.removed', placeCode: null, subject: `person:${personId}` });
		return { ok: true, value: null };
	});
}
