import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import type { Context } from '#lib/server/context.ts';
import { emptyPlan } from '../plan-suggestion.ts';
import type { DialoguePlan } from '../plan.ts';
import { selectPlan } from './plan-store.ts';

/**
 * How a draft is going to be asked; the empty plan while nobody has saved one.
 * @throws AppError `not-found` when there is no such draft, or without `dialogue.edit` in its place
 */
export async function readPlan(ctx: Pick<Context, 'db' | 'actor'>, draftId: string): Promise<DialoguePlan> {
	const { placeCode } = await readDraft(ctx, draftId);
	await requirePermission(ctx, 'dialogue.edit', placeCode);
	return (await selectPlan(ctx.db, draftId)) ?? emptyPlan();
}
