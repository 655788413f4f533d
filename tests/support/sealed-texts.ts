import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { curtainOf } from '#lib/sealing/server/curtain.ts';
import type { Context } from '#lib/server/context.ts';
import { randomId } from '#lib/server/random.ts';

/** Stores texts as a seal would have: answers to the question `words`, each behind the curtain. @returns the ids, in the texts' order */
export async function storeSealedTexts(
	ctx: Context,
	dialogue: Dialogue,
	texts: readonly string[]
): Promise<string[]> {
	const curtain = curtainOf(ctx, dialogue.id);
	const rows = texts.map((text) => ({
		id: randomId(ctx.random),
		dialogueId: dialogue.id,
		questionKey: 'words',
		text: curtain.hide(text)
	}));
	await ctx.db.insertInto('freeText').values(rows).execute();
	return rows.map(({ id }) => id);
}
