import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { selectPlaceOfDraft } from './draft-store.ts';

/**
 * Makes sure that who acts may write in a draft; every command on one begins with it.
 * @throws AppError `not-found` when there is none, or without `questionnaire.edit` in its place
 */
export async function requireDraft(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<void> {
	const placeCode = await selectPlaceOfDraft(ctx.db, id);
	if (placeCode === undefined) throw new AppError('not-found');
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
}
