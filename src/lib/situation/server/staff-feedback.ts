import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { selectFeedback, upsertFeedback } from './assessment-store.ts';

/** What those who answered a staff dialogue are told came of it. */
export interface StaffFeedback {
	text: string;
	writtenOn: string;
}

/** The feedback on a dialogue; null while nobody has written any. */
export async function readStaffFeedback(
	ctx: Pick<Context, 'db'>,
	dialogueId: string
): Promise<StaffFeedback | null> {
	const row = await selectFeedback(ctx.db, dialogueId);
	return row && row.text !== '' ? { text: row.text, writtenOn: row.writtenOn } : null;
}

/**
 * Writes what came of a staff or partner dialogue, for those who answered; an empty text takes it away.
 * @returns the text, or `too-long`
 * @throws AppError `not-found` for an unknown dialogue, or without `situation.edit` in its place
 */
export async function saveStaffFeedback(
	ctx: Context,
	{ code, text }: { code: string; text: string }
): Promise<Outcome<string>> {
	const { id, placeCode, title } = await readDialogueByCode(ctx, code);
	await requirePermission(ctx, 'situation.edit', placeCode);
	const written = text.trim();
	if (written.length > 5000)
		return { ok: false, problems: [{ at: 'text', code: 'too-long', detail: 'the text is too long' }] };
	await ctx.db.transaction().execute(async (trx) => {
		await upsertFeedback(trx, { dialogueId: id, text: written, writtenOn: dayOf(ctx.now()) });
		await recordEvent(trx, ctx, {
			...{ action: 'dialogue.changed', placeCode, subject: `dialogue:${id}` },
			after: { title: title.sv }
		});
	});
	return { ok: true, value: written };
}
