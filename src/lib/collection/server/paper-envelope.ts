import { closeEnvelope, openEnvelope } from '#lib/answers/sealed-envelope.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { PaperSheet } from '../paper-batch.ts';

/** The name of a batch's key in the vault; it is destroyed when the batch has been submitted. */
export const paperKeyName = (batchId: string): string => `paper ${batchId}`;

/** Hides and shows what was read on the forms of a batch. */
export interface PaperEnvelope {
	hide: (sheet: PaperSheet) => string;
	show: (payload: string) => PaperSheet;
}

/**
 * The envelope of a batch, with a key of its own beside the database.
 * @throws AppError `not-open` when the key is gone: the batch has been submitted
 */
export function paperEnvelope({ vault }: Pick<Context, 'vault'>, batchId: string): PaperEnvelope {
	const key = vault.epochKey(paperKeyName(batchId));
	if (!key) throw new AppError('not-open', 'the batch has been submitted');
	return {
		hide: (sheet) => closeEnvelope(key, batchId, sheet),
		show: (payload) => openEnvelope<PaperSheet>(key, batchId, payload)
	};
}
