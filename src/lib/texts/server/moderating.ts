import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';

/** What a command on texts depends on. */
export type Moderating = Pick<Context, 'db' | 'now' | 'random' | 'actor' | 'vault'>;

/**
 * The dialogue, for somebody who may moderate its texts.
 * @throws AppError `not-found` when there is none, or without `texts.moderate` in its place
 */
export async function moderatedDialogue(
	ctx: Pick<Context, 'db' | 'actor'>,
	dialogueId: string
): Promise<Dialogue> {
	const dialogue = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'texts.moderate', dialogue.placeCode);
	return dialogue;
}

/** Work on the texts of a dialogue in one transaction, one after the other. */
export const whileModerating = <T>(
	ctx: Pick<Context, 'db'>,
	dialogueId: string,
	work: (trx: Transaction<Database>) => Promise<T>
): Promise<T> =>
	ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `texts ${dialogueId}`, 'exclusive');
		return work(trx);
	});
