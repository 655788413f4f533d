import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Context } from '#lib/server/context.ts';
import { selectQuestionnaires, type ListedQuestionnaire } from './questionnaire-store.ts';

/**
 * The questionnaires that a place has published, by title.
 * @throws AppError `not-found` without `questionnaire.edit` there
 */
export async function listQuestionnaires(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string
): Promise<ListedQuestionnaire[]> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const order = new Intl.Collator('sv');
	const found = await selectQuestionnaires(ctx.db, placeCode);
	return found.sort((a, b) => order.compare(a.title, b.title));
}
