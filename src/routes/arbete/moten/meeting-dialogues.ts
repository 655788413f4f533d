import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';

/** The dialogues that a meeting in one of the places may belong to; with the place's name where there are several. */
export async function dialoguesOf(
	ctx: Context,
	places: readonly { code: string; name: string }[]
): Promise<{ id: string; title: string }[]> {
	const names = new Map(places.map(({ code, name }) => [code, name]));
	const dialogues = await listDialogues(ctx, { states: ['scheduled', 'open', 'closing', 'closed'] });
	return dialogues
		.filter(({ placeCode }) => names.has(placeCode))
		.map(({ id, title, placeCode }) => {
			const own = inLanguage(title, ctx.language);
			return { id, title: places.length > 1 ? `${own} (${names.get(placeCode)})` : own };
		});
}
