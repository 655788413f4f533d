import { recordEvent } from '../../audit/server/record-event.ts';
import { definitionOf } from '../../questionnaire/draft-content.ts';
import type { Draft } from '../../questionnaire/draft.ts';
import { readDraft } from '../../questionnaire/server/read-draft.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { checkSheet } from '../answer-sheet.ts';
import { insertRehearsal } from './rehearsal-store.ts';

export interface RehearsalInput {
	draft: Pick<Draft, 'id'>;
	/** 22 characters of base64url; a sheet that is sent twice counts once. */
	key: string;
	/** By question key, unchecked. */
	answers: Record<string, unknown>;
	/** By dimension, unchecked. */
	background: Record<string, unknown>;
}

/**
 * Keeps a rehearsed sheet beside its draft, to show the writer what would be stored. It is checked as a real one, and
 * goes nowhere near those: it never waits, is never sealed and never counted.
 * @throws AppError `not-found` when there is no such draft, or without `questionnaire.edit` in its place
 */
export async function recordRehearsal(
	ctx: Context,
	{ draft: { id: draftId }, key, answers, background }: RehearsalInput
): Promise<Outcome<{ id: string }>> {
	const { placeCode, content } = await readDraft(ctx, draftId);
	const checked = checkSheet(definitionOf(content), { answers, background, channel: 'web' });
	if (!checked.ok) return checked;
	const { channel: _, ...sheet } = checked.value;
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await insertRehearsal(trx, { draftId, id: key, sheet }))) return;
		await recordEvent(trx, ctx, { action: 'rehearsal.sent', placeCode, subject: `draft:${draftId}` });
	});
	return { ok: true, value: { id: key } };
}
