import type { Context } from '#lib/server/context.ts';
import { countUnread } from '#lib/texts/server/count-unread.ts';
import { listReleasedTexts } from '#lib/texts/server/list-released-texts.ts';
import { listThemes } from '#lib/texts/server/list-themes.ts';
import type { ScreenState } from '../views.ts';

/** What may be shown of a wall. */
export interface StepTexts {
	/** Read and released by a person, in an order that says nothing. */
	texts: ScreenState['texts'];
	/** Most texts first. */
	themes: ScreenState['themes'];
}

/** The texts and themes of a wall's dialogue that everybody may read. */
export async function readStepTexts(ctx: Pick<Context, 'db'>, dialogueId: string): Promise<StepTexts> {
	const texts = await listReleasedTexts(ctx, { dialogueId });
	const themes = await listThemes(ctx, { dialogueId });
	return {
		texts: texts.map(({ id, text }) => ({ id, text })),
		themes: themes.map(({ name, count }) => ({ name, count }))
	};
}

/** How many texts of a wall nobody has read yet, for who leads the meeting. */
export const countUnreadTexts = (ctx: Pick<Context, 'db'>, dialogueId: string): Promise<number> =>
	countUnread(ctx, { dialogueId });
