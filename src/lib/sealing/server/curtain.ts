import { closeEnvelope, openEnvelope } from '../../answers/sealed-envelope.ts';
import type { Context } from '../../server/context.ts';

/**
 * What the database holds of a dialogue beyond the published counters lies behind a curtain: sheets, texts, the
 * histograms of single blocks and what is held back. Everybody in a block may have answered alike; so whoever has the
 * file but not the keys beside it learns no more than everybody has been shown.
 */
export interface Curtain {
	/** Encrypted, and of a length that says nothing. */
	hide: (value: unknown) => string;
	/** @throws when it was not hidden behind this dialogue's curtain. */
	show: <T>(hidden: string) => T;
}

/** The curtain of a dialogue, with a key of its own from the vault. */
export function curtainOf({ vault }: Pick<Context, 'vault'>, dialogueId: string): Curtain {
	const key = vault.storageKey(`sealed ${dialogueId}`);
	return {
		hide: (value) => closeEnvelope(key, dialogueId, value),
		show: (hidden) => openEnvelope(key, dialogueId, hidden)
	};
}
