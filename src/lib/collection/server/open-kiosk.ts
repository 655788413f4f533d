import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { tokenHash } from '#lib/accounts/token.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import type { Kiosk } from '../kiosk.ts';
import { insertKiosk, selectKioskByToken, selectKiosks, updateKioskEnded } from './kiosk-store.ts';
import { endLink, openLink } from './open-link.ts';

/**
 * Makes a link that turns a tablet into a kiosk for one dialogue. It is given this once; only its hash stays.
 * @returns the path, or a problem at `name`
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` when the dialogue is not asked on
 * kiosks, asks for one-time codes, or takes no more answers
 */
export async function openKiosk(
	ctx: Context,
	{ dialogueId, name }: { dialogueId: string; name: string }
): Promise<Outcome<{ id: string; path: string }>> {
	const { placeCode, channels, entry, state } = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'answers.collect', placeCode);
	const over = state === 'closing' || state === 'closed';
	if (!channels.includes('kiosk') || entry === 'codes' || over) throw new AppError('not-open');
	return openLink(ctx, {
		...{ kind: 'kiosk', placeCode, name, about: { dialogue: dialogueId } },
		insert: (trx, row) =>
			insertKiosk(trx, { id: row.id, name: row.name, tokenHash: row.tokenHash, dialogueId })
	});
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
	const end = (trx: Transaction<Database>) => updateKioskEnded(trx, { id, dialogueId });
	await endLink(ctx, { kind: 'kiosk', placeCode, id, end });
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
