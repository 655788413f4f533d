import { placesOfPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { TextDialogue } from '../desk.ts';
import { selectTextCounts } from './text-store.ts';

/**
 * Every dialogue with texts, those of meetings' steps too, in the places where the person may read them: what is unread
 * first.
 * @param placeCode only in this place and those below it
 * @throws AppError `not-found` for somebody who may not read texts there, or nowhere
 */
export async function listTextDialogues(
	ctx: Pick<Context, 'db' | 'actor' | 'language'>,
	placeCode?: string
): Promise<TextDialogue[]> {
	if (placeCode !== undefined) await requirePermission(ctx, 'texts.read', placeCode);
	const codes = placeCode !== undefined ? [placeCode] : (placesOfPermission(ctx, 'texts.read') ?? ['se']);
	if (codes.length === 0) throw new AppError('not-found');
	const counts = await selectTextCounts(ctx.db, await readPlacesBelow(ctx, codes));
	const listed = counts.map(async ({ dialogueId, all, decided, released }) => {
		const dialogue = await readDialogue(ctx, dialogueId);
		return {
			code: dialogue.code,
			title: inLanguage(dialogue.title, ctx.language),
			placeName: (await readPlace(ctx, dialogue.placeCode)).name,
			unread: all - decided,
			decided: decided - released,
			released
		};
	});
	return (await Promise.all(listed)).sort(
		(a, b) => b.unread - a.unread || a.title.localeCompare(b.title, 'sv') || (a.code < b.code ? -1 : 1)
	);
}
