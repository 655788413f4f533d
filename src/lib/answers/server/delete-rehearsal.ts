import type { Transaction } from 'kysely';
import { recordEvent } from '../../audit/server/record-event.ts';
import { readDraft } from '../../questionnaire/server/read-draft.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { deleteRehearsals } from './rehearsal-store.ts';

/**
 * Takes a draft's rehearsed sheets away, in the transaction of a command that has asked whether it is allowed and that
 * writes its own line in the log: opening the dialogue.
 */
export async function deleteRehearsalIn(trx: Transaction<Database>, draftId: string): Promise<void> {
	await deleteRehearsals(trx, draftId);
}

/**
 * Takes a draft's rehearsed sheets away.
 * @throws AppError `not-found` when there is no such draft, or without `questionnaire.edit` in its place
 */
export async function deleteRehearsal(ctx: Context, draftId: string): Promise<void> {
	const { placeCode } = await readDraft(ctx, draftId);
	await ctx.db.transaction().execute(async (trx) => {
		const count = await deleteRehearsals(trx, draftId);
		if (count === 0) return;
		await recordEvent(trx, ctx, {
			action: 'rehearsal.deleted',
			placeCode,
			subject: `draft:${draftId}`,
			before: { count }
		});
	});
}
