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

/** An agreement as it is written, with the revision that its author had in front of them; a new one without an id, at 0. */
export type WrittenAgreement = Omit<Agreement, 'id' | 'signatures'> & { id: string | null };

/**
 * Saves an agreement that nobody has signed yet, if nobody else has meanwhile.
 * @returns its id, or problems; `changed-meanwhile` and `signed-meanwhile` when somebody else was quicker
 * @throws AppError `not-found` without `pledge.edit`, or for an unknown one
 */
export async function saveAgreement(ctx: Acting, input: WrittenAgreement): Promise<Outcome<string>> {
	await requirePermission(ctx, 'pledge.edit', input.placeCode);
	const checked = parsed(agreementSchema, input);
	if (!checked.ok) return checked;
	const { id: known, revision, ...agreement } = checked.value;
	const { placeCode, title, validFrom, validTo } = agreement;
	if (validTo !== null && validTo < validFrom) return problem('validTo', 'before-start');
	const id = known ?? randomId(ctx.random);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<string>> => {
		await lockAgreement(trx, id);
		const before = known === null ? undefined : (await selectAgreements(trx, { placeCode, id }))[0];
		if (known !== null && !before) throw new AppError('not-found');
		if (before && before.signatures.length > 0) return problem('agreement', 'signed-meanwhile');
		if (before && before.revision !== revision) return problem('agreement', 'changed-meanwhile');
		await upsertAgreement(trx, { ...agreement, id, revision: revision + 1 });
		const after = { title, validFrom, validTo };
		await recordEvent(trx, ctx, { action: 'agreement.saved', placeCode, subject: `agreement:${id}`, after });
		return { ok: true, value: id };
	});
}

/** A signature below an agreement as its signer had it in front of them. */
export type AgreementSignature = NewSignature & Pick<Agreement, 'revision'>;

/**
 * Notes that one side has signed an agreement.
 * @returns whether both have now, or problems at `side`, `title` or `day`; `changed-since-read` when the text is another now
 * @throws AppError `not-found` without `pledge.publish`, or for an unknown one
 */
export async function signAgreement(
	ctx: Acting,
	{ revision, ...input }: AgreementSignature
): Promise<Outcome<boolean>> {
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
		if (agreement!.revision !== revision) return problem('agreement', 'changed-since-read');
		if (agreement!.signatures.some((one) => one.side === side)) return problem('side', 'signed-already');
		await insertAgreementSignature(trx, { agreementId: id, side, title, day });
		const after = { title: agreement!.title, side, signedBy: title, day };
		await recordEvent(trx, ctx, { action: 'agreement.signed', placeCode, subject: `agreement:${id}`, after });
		return { ok: true, value: agreement!.signatures.length === 1 };
	});
}
