import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import { moderatedDialogue, whileModerating, type Moderating } from './moderating.ts';
import { raiseRevision, updateHidden } from './released-text-store.ts';

/**
 * Takes released texts down at once, or puts them back: everywhere, with the themes and words they count in.
 * @param input.ids texts of the dialogue, or all of them
 * @returns how many changed
 * @throws AppError `not-found` when a single text is not there (or already is as wanted), or without `texts.moderate`
 *   in the dialogue's place
 */
export async function hideTexts(
	ctx: Moderating,
	{ dialogueId, ids, hidden }: { dialogueId: string; ids: readonly string[] | 'all'; hidden: boolean }
): Promise<number> {
	const { placeCode } = await moderatedDialogue(ctx, dialogueId);
	return whileModerating(ctx, dialogueId, async (trx) => {
		const count = ids.length === 0 ? 0 : await updateHidden(trx, { dialogueId, ids }, hidden);
		if (count === 0 && ids !== 'all') throw new AppError('not-found');
		if (count === 0) return 0;
		await raiseRevision(trx, dialogueId);
		await recordEvent(trx, ctx, {
			action: 'texts.hidden',
			placeCode,
			subject: ids !== 'all' && ids.length === 1 ? `text:${ids[0]!}` : `dialogue:${dialogueId}`,
			after: { count, hidden }
		});
		return count;
	});
}
