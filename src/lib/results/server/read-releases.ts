import type { Dialogue } from '../../dialogues/dialogue.ts';
import type { Context } from '../../server/context.ts';
import { selectRelease, selectReleases, type Release } from './results-store.ts';

export type { Release };

/** The public chain of a dialogue, oldest first: each release's number, calendar day, hash and the hash before it. */
export async function readReleases(ctx: Context, dialogue: Dialogue): Promise<Release[]> {
	return await selectReleases(ctx.db, dialogue.id);
}

/** One release of a dialogue; undefined when there is none with that number. */
export async function readRelease(
	ctx: Context,
	{ dialogue, seq }: { dialogue: Dialogue; seq: number }
): Promise<Release | undefined> {
	return await selectRelease(ctx.db, dialogue.id, seq);
}
