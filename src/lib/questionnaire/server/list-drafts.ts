import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Context } from '#lib/server/context.ts';
import { selectDrafts, type ListedDraft } from './draft-store.ts';

/**
 * The drafts of a place, changed last first.
 * @throws AppError `not-found` without `questionnaire.edit` there
 */
export async function listDrafts(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string
): Promise<ListedDraft[]> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	return selectDrafts(ctx.db, placeCode);
}
