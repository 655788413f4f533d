import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { tokenHash } from '#lib/accounts/token.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { readDeviceName } from '../field-collection.ts';
import type { Kiosk } from '../kiosk.ts';
import { insertKiosk, selectKioskByToken, selectKiosks, updateKioskEnded } from './kiosk-store.ts';

/**
 * Makes a link that turns a tablet into a kiosk for one dialogue. It is given this once; only its hash stays.
 * @returns the path, or a problem at `name`
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` when the dialogue is not asked on
 * kiosks, asks for one-time codes, or takes no more answers
 */
export async function openKiosk(
	ctx: Context,
	{ dialogueId, name: written }: { dialogueId: string; name: string }
): Promise<Outcome<{ id: string; path: string }>> {
	const { placeCode, channels, entry, state } = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'answers.collect', placeCode);
	const over = state === 'closing' || state === 'closed';
	if (!channels.includes('kiosk') || entry === 'codes' || over) throw new AppError('not-open');
	const name = readDeviceName(written);
	if (name === undefined)
		return {
			ok: false,
			problems: [{ at: 'name', code: 'invalid', detail: 'a name has 1 to 40 characters' }]
		};
	const [id, token] = [randomId(ctx.random), randomId(ctx.random)];
	await ctx.db.transaction().execute(async (trx) => {
		await insertKiosk(trx, { id, dialogueId, name, tokenHash: tokenHash(token) });
		await recordEvent(trx, ctx, {
			action: 'device.opened',
			placeCode,
			subject: `kiosk:${id}`,
			after: { name, dialogue: dialogueId }
		});
	});
	return { ok: true, value: { id, path: `/kiosk/${token}` } };
}

/**
 * Ends a kiosk's link.
 * @throws AppError `not-found` when the dialogue has no such kiosk, or without the permission `answers.collect`
 */
export async function endKiosk(
	ctx: Context,
	{ dialogueId, id }: { dialogueId: string; id: string }
): Promise<void> {
	const { placeCode } = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'answers.collect', placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await updateKioskEnded(trx, { id, dialogueId }))) throw new AppError('not-found');
		await recordEvent(trx, ctx, { action: 'device.ended', placeCode, subject: `kiosk:${id}` });
	});
}

/** The kiosks of a dialogue, for a caller that may collect there. */
export const listKiosks = (ctx: Pick<Context, 'db'>, dialogueId: string): Promise<Kiosk[]> =>
	selectKiosks(ctx.db, dialogueId);

/** The kiosk and the dialogue that a link's token opens. @throws AppError `not-found`, also once it has been ended */
export async function readKiosk(
	ctx: Pick<Context, 'db'>,
	token: string
): Promise<{ id: string; dialogue: Dialogue }> {
	const kiosk = await selectKioskByToken(ctx.db, tokenHash(token));
	if (!kiosk) throw new AppError('not-found', 'no such kiosk');
	return { id: kiosk.id, dialogue: await readDialogue(ctx, kiosk.dialogueId) };
}
