import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { parsed } from '../pledge-schema.ts';
import type { Agreement } from '../agreement.ts';
import { agreementSchema, signatureSchema } from '../story-schema.ts';
import { problem, today, type Acting } from './acting.ts';
import {
	insertAgreementSignature,
	lockAgreement,
	selectAgreements,
	upsertAgreement
} from './agreement-store.ts';
import type { NewSignature } from './approve-pledge.ts';

/** An agreement as it is written; a new one without an id. */
export type WrittenAgreement = Omit<Agreement, 'id' | 'signatures'> & { id: string | null };

/**
 * Saves an agreement that nobody has signed yet.
 * @returns its id, or problems
 * @throws AppError `not-found` without `pledge.edit`, for an unknown one, and for one that is signed
 */
export async function saveAgreement(ctx: Acting, input: WrittenAgreement): Promise<Outcome<string>> {
	await requirePermission(ctx, 'pledge.edit', input.placeCode);
	const checked = parsed(agreementSchema, input);
	if (!checked.ok) return checked;
	const { id: known, ...agreement } = checked.value;
	const { placeCode, title, validFrom, validTo } = agreement;
	if (validTo !== null && validTo < validFrom) return problem('validTo', 'before-start');
	const id = known ?? randomId(ctx.random);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<string>> => {
		await lockAgreement(trx, id);
		const before = known === null ? undefined : (await selectAgreements(trx, { placeCode, id }))[0];
		if (known !== null && (!before || before.signatures.length > 0)) throw new AppError('not-found');
		await upsertAgreement(trx, { ...agreement, id });
		const after = { title, validFrom, validTo };
		await recordEvent(trx, ctx, { action: 'agreement.saved', placeCode, subject: `agreement:${id}`, after });
		return { ok: true, value: id };
	});
}

/**
 * Notes that one side has signed an agreement.
 * @returns whether both have now, or problems at `side`, `title` or `day`
 * @throws AppError `not-found` without `pledge.publish`, or for an unknown one
 */
export async function signAgreement(ctx: Acting, input: NewSignature): Promise<Outcome<boolean>> {
	const [found] = await selectAgreements(ctx.db, { id: input.id });
	if (!found) throw new AppError('not-found');
	const { placeCode } = found;
	await requirePermission(ctx, 'pledge.publish', placeCode);
	const signature = parsed(signatureSchema, input);
	if (!signature.ok) return signature;
	const { id, side, title, day } = signature.value;
	if (day > today(ctx)) return problem('day', 'in-the-future');
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<boolean>> => {
		await lockAgreement(trx, id);
		const [agreement] = await selectAgreements(trx, { id });
		if (agreement!.signatures.some((one) => one.side === side)) return problem('side', 'signed-already');
		await insertAgreementSignature(trx, { agreementId: id, side, title, day });
		const after = { title: agreement!.title, side, signedBy: title, day };
		await recordEvent(trx, ctx, { action: 'agreement.signed', placeCode, subject: `agreement:${id}`, after });
		return { ok: true, value: agreement!.signatures.length === 1 };
	});
}
