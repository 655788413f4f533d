import { requirePermission } from '../../accounts/server/require-permission.ts';
import { readDialogue } from '../../dialogues/server/read-dialogue.ts';
import type { Context } from '../../server/context.ts';
import { countCodeRows } from './code-store.ts';

/**
 * How many one-time codes were made for a dialogue. How many of them are left is told to nobody: that number would
 * move by one with each answer, and name the moment somebody answered.
 * @throws AppError `not-found` without permission
 */
export async function countCodes(
	ctx: Pick<Context, 'db' | 'actor'>,
	dialogueId: string
): Promise<{ made: number }> {
	const { placeCode } = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'sharing.edit', placeCode);
	return { made: await countCodeRows(ctx.db, dialogueId) };
}
