import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { takesAnswers } from '#lib/dialogues/dialogue.ts';
import type { Context } from '#lib/server/context.ts';
import { listCollections } from './list-collections.ts';
import { listKiosks } from './open-kiosk.ts';
import { readSums } from './read-collecting.ts';
import { listPaperBatches } from './read-paper-batch.ts';

/** How answers and talks are collected for a dialogue that the caller has read: everything by its kind. */
export async function readCollected(ctx: Pick<Context, 'db' | 'actor' | 'now'>, dialogue: Dialogue) {
	const { id, placeCode, channels, entry } = dialogue;
	const open = takesAnswers(dialogue, ctx.now());
	return {
		kiosks: await listKiosks(ctx, id),
		collections: await listCollections(ctx, { dialogueId: id }),
		batches: await listPaperBatches(ctx, id),
		sums: await readSums(ctx, placeCode, { dialogueId: id }),
		asks: {
			kiosk: channels.includes('kiosk') && entry !== 'codes',
			paper: channels.includes('paper'),
			codes: entry === 'codes'
		},
		open
	};
}
