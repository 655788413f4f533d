import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Draft } from '../draft.ts';
import { selectDraft } from './draft-store.ts';

/**
 * A draft of a questionnaire.
 * @throws AppError `not-found` when there is none, or without `questionnaire.edit` in its place
 */
export async function readDraft(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<Draft> {
	const draft = await selectDraft(ctx.db, id);
	if (!draft) throw new AppError('not-found');
	await requirePermission(ctx, 'questionnaire.edit', draft.placeCode);
	return draft;
}
