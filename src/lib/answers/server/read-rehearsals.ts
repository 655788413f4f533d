import { readDraft } from '../../questionnaire/server/read-draft.ts';
import type { Context } from '../../server/context.ts';
import type { RehearsedSheet } from '../rehearsal.ts';
import { countRehearsals, selectRehearsal } from './rehearsal-store.ts';

/**
 * How often a draft has been rehearsed, and one of the sheets when it is asked for and there.
 * @throws AppError `not-found` when there is no such draft, or without `questionnaire.edit` in its place
 */
export async function readRehearsals(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ draftId, id }: { draftId: string; id?: string | null }
): Promise<{ number: number; sheet: RehearsedSheet | null }> {
	await readDraft(ctx, draftId);
	const sheet = id ? await selectRehearsal(ctx.db, { draftId, id }) : undefined;
	return { number: await countRehearsals(ctx.db, draftId), sheet: sheet ?? null };
}
