import type { Transaction } from 'kysely';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import { dayOf } from '../../dialogues/period.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import { canonicalJson, releaseHash } from '../release.ts';
import { insertRelease, selectLastRelease } from './release-store.ts';
import type { SealWork } from './seal-blocks.ts';

/** A release of a dialogue, as those who watch it are told. */
export interface Released {
	dialogueId: string;
	seq: number;
}

/**
 * Keeps new answers and other seals of a dialogue away, and other releases of the one that it joins. In the order of
 * their ids, as commits of answers lock them: nobody waits in a ring.
 */
export async function lockForSeal(
	trx: Transaction<Database>,
	{ id, joins }: Pick<Dialogue, 'id' | 'joins'>
): Promise<void> {
	const ids = joins === null ? [id] : [id, joins].sort();
	for (const one of ids) await lock(trx, one, 'exclusive');
}

/**
 * Adds a link to the chain of the dialogue whose results a part joins: from this release on they hold what the part's
 * own release has published, and whoever watches them hears of it.
 */
export async function writeJoinedRelease(
	{ ctx, trx, dialogue }: SealWork,
	part: { seq: number; hash: string }
): Promise<Released | undefined> {
	if (dialogue.joins === null) return undefined;
	const before = await selectLastRelease(trx, dialogue.joins);
	const seq = (before?.seq ?? 0) + 1;
	const previous = before?.hash ?? '';
	const day = dayOf(ctx.now());
	const joined = { dialogue: dialogue.code, seq: part.seq, hash: part.hash };
	const content = canonicalJson({ sealed: {}, published: [], last: false, joined });
	const hash = releaseHash(previous, { seq, day, content });
	await insertRelease(trx, { dialogueId: dialogue.joins, seq, day, content, previous, hash });
	return { dialogueId: dialogue.joins, seq };
}
