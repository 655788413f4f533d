import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import { moderatedDialogue, whileModerating, type Moderating } from './moderating.ts';
import { raiseRevision } from './released-text-store.ts';
import { deleteTheme, selectThemes } from './theme-store.ts';

/**
 * Removes a theme; its texts stay.
 * @throws AppError `not-found` when there is no such theme, or without `texts.moderate` in its place
 */
export async function removeTheme(
	ctx: Moderating,
	{ dialogueId, id }: { dialogueId: string; id: string }
): Promise<void> {
	const { placeCode } = await moderatedDialogue(ctx, dialogueId);
	await whileModerating(ctx, dialogueId, async (trx) => {
		const theme = (await selectThemes(trx, dialogueId)).find((one) => one.id === id);
		if (!theme || !(await deleteTheme(trx, { id, dialogueId }))) throw new AppError('not-found');
		await raiseRevision(trx, dialogueId);
		await recordEvent(trx, ctx, {
			action: 'theme.removed',
			placeCode,
			subject: `theme:${id}`,
			before: { name: theme.name }
		});
	});
}
