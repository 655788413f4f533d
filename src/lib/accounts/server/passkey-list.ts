import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { passkeyName, type Passkey } from '../passkey.ts';
import { deletePasskey, selectPasskeys, updatePasskeyName } from './passkey-store.ts';
import { requireOwnAccount } from './require-permission.ts';
import { lastFactor, lockFactors, mayLoseFactor, noteFactors, secondFactorState } from './second-factor.ts';

/**
 * One's own passkeys, oldest first.
 * @throws AppError `not-found` when the session may not change factors.
 */
export async function listPasskeys(ctx: Context): Promise<Passkey[]> {
	const { personId } = await requireOwnAccount(ctx);
	const rows = await selectPasskeys(ctx.db).where('personId', '=', personId).orderBy('addedAt').execute();
	return rows.map(({ id, name, addedAt, lastUsedAt, backedUp }) => ({
		id,
		name,
		addedAt,
		lastUsedAt,
		backedUp: backedUp === 1
	}));
}

/**
 * Gives one's own passkey another name.
 * @throws AppError `not-found` for a passkey that is not one's own.
 */
export async function renamePasskey(ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
	const { personId } = await requireOwnAccount(ctx);
	await ctx.db.transaction().execute(async (trx) => {
		const named = { id, personId, name: passkeyName(name) };
		if (!(await updatePasskeyName(trx, named))) throw new AppError('not-found', 'no such passkey');
		await recordEvent(trx, ctx, {
			action: 'passkey.renamed',
			placeCode: null,
			subject: `person:${personId}`,
			after: { name: named.name }
		});
	});
}

/**
 * Takes one's own passkey away.
 * @returns the problem `last-factor` when a publisher or administrator would be left without a second factor.
 * @throws AppError `not-found` for a passkey that is not one's own.
 */
export async function removePasskey(ctx: Context, { id }: { id: string }): Promise<Outcome<null>> {
	const { personId } = await requireOwnAccount(ctx);
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<null>> => {
		await lockFactors(trx, personId);
		const held = await selectPasskeys(trx)
			.where('id', '=', id)
			.where('personId', '=', personId)
			.executeTakeFirst();
		if (!held) throw new AppError('not-found', 'no such passkey');
		if (!mayLoseFactor(await secondFactorState({ db: trx }, personId))) return lastFactor;
		await deletePasskey(trx, { id, personId });
		await noteFactors(trx, personId);
		await recordEvent(trx, ctx, {
			action: 'passkey.removed',
			placeCode: null,
			subject: `person:${personId}`,
			before: { name: held.name }
		});
		return { ok: true, value: null };
	});
}
