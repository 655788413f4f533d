import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import { moderatedDialogue, whileModerating, type Moderating } from './moderating.ts';
import { raiseRevision } from './released-text-store.ts';
import { isTextOf } from './text-store.ts';
import { replaceThemings, selectThemings } from './theme-store.ts';

/**
 * Gives a text these themes and no others.
 * @param input.themes ids; those that are no themes of the dialogue are passed over
 * @throws AppError `not-found` when there is no such text, or without `texts.moderate` in its place
 */
export async function sortText(
	ctx: Moderating,
	{ dialogueId, textId, themes }: { dialogueId: string; textId: string; themes: readonly string[] }
): Promise<void> {
	const { placeCode } = await moderatedDialogue(ctx, dialogueId);
	await whileModerating(ctx, dialogueId, async (trx) => {
		if (!(await isTextOf(trx, dialogueId, textId))) throw new AppError('not-found');
		await replaceThemings(trx, { dialogueId, textId }, themes);
		await raiseRevision(trx, dialogueId);
		const count = (await selectThemings(trx, dialogueId)).get(textId)?.length ?? 0;
		await recordEvent(trx, ctx, {
			action: 'texts.moderated',
			placeCode,
			subject: `text:${textId}`,
			after: { themes: count }
		});
	});
}
