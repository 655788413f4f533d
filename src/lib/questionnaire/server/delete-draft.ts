import type { Transaction } from 'kysely';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { titleOf } from '../draft-content.ts';
import { deleteDraftRow, lockDraft, selectDraft } from './draft-store.ts';
import { requireDraft } from './require-draft.ts';

type Acting = Pick<Context, 'now' | 'actor' | 'vault'>;

/**
 * The same as `deleteDraft` inside the transaction of a command that has asked whether it is allowed. It writes to the
 * log, so it comes last.
 * @throws AppError `not-found` when somebody else has deleted it
 */
export async function deleteDraftIn(trx: Transaction<Database>, ctx: Acting, id: string): Promise<void> {
	await lockDraft(trx, id);
	const draft = await selectDraft(trx, id);
	if (!draft || !(await deleteDraftRow(trx, id))) throw new AppError('not-found');
	await recordEvent(trx, ctx, {
		action: 'draft.deleted',
		placeCode: draft.placeCode,
		subject: `draft:${id}`,
		before: { title: titleOf(draft.content) }
	});
}

/**
 * Deletes a draft; what was published from it stays.
 * @throws AppError `not-found` when there is none, or without `questionnaire.edit` in its place
 */
export async function deleteDraft(ctx: Acting & Pick<Context, 'db'>, id: string): Promise<void> {
	await requireDraft(ctx, id);
	await ctx.db.transaction().execute((trx) => deleteDraftIn(trx, ctx, id));
}
