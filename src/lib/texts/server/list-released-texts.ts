import type { Context } from '#lib/server/context.ts';
import { selectShown } from './released-text-store.ts';

/** A text that somebody has read and released, after masking. */
export interface ReleasedText {
	id: string;
	questionKey: string;
	text: string;
}

/**
 * The texts of a dialogue that everybody may read, in an order that says nothing, with those of meetings that asked its
 * question. Only what was read, released and not taken down is ever among them.
 */
export async function listReleasedTexts(
	ctx: Pick<Context, 'db'>,
	{ dialogueId, questionKey }: { dialogueId: string; questionKey?: string }
): Promise<ReleasedText[]> {
	const rows = await selectShown(ctx.db, dialogueId, questionKey);
	return rows.map((row) => ({ id: row.textId, questionKey: row.questionKey, text: row.text }));
}
