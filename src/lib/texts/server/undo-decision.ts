import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import { moderatedDialogue, whileModerating, type Moderating } from './moderating.ts';
import { deleteReleased, selectReleasedText } from './released-text-store.ts';
import { deleteDecision, isTextOf } from './text-store.ts';

/**
 * Takes a decision back: the text is unread again. One that is released must be taken down first.
 * @throws AppError `not-found` when the text has no decision, or without `texts.moderate` in its place; `not-open` while
 *   it is shown
 */
export async function undoDecision(
	ctx: Moderating,
	{ dialogueId, textId }: { dialogueId: string; textId: string }
): Promise<void> {
	const { placeCode } = await moderatedDialogue(ctx, dialogueId);
	await whileModerating(ctx, dialogueId, async (trx) => {
		if (!(await isTextOf(trx, dialogueId, textId))) throw new AppError('not-found');
		const released = await selectReleasedText(trx, textId);
		if (released?.hidden === 0) throw new AppError('not-open', 'the text is shown');
		if (released) await deleteReleased(trx, textId);
		if (!(await deleteDecision(trx, textId))) throw new AppError('not-found');
		await recordEvent(trx, ctx, {
			action: 'texts.moderated',
			placeCode,
			subject: `text:${textId}`,
			after: { decision: 'undone' }
		});
	});
}
