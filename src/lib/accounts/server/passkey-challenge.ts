import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { Outcome } from '../../server/problem.ts';
import { answeredChallenge, challengeLife } from '../passkey.ts';
import type { PasskeyChallengeRow } from './factor-tables.ts';
import { deleteChallenge, deleteChallengesBefore, insertChallenge } from './passkey-store.ts';

/** What a challenge is for and which browser may answer it. */
export type ChallengeUse = Pick<PasskeyChallengeRow, 'purpose' | 'boundTo'>;

/** What anybody is told whose answer is not accepted; the library's reason would repeat what the browser sent, so it is not logged. */
export const passkeyRefused: Outcome<never> = {
	ok: false,
	problems: [{ at: '', code: 'passkey-refused', detail: 'the passkey was not accepted' }]
};

const challengeHash = (challenge: string) => createHash('sha256').update(challenge).digest('hex');

/** A new challenge (32 random bytes) for one use within five minutes, by the browser it is given to. */
export async function issueChallenge(
	ctx: Pick<Context, 'db' | 'now' | 'random'>,
	use: ChallengeUse
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(ctx.random.bytes(32));
	const now = ctx.now().getTime();
	await deleteChallengesBefore(ctx.db, now);
	await insertChallenge(ctx.db, {
		challengeHash: challengeHash(Buffer.from(bytes).toString('base64url')),
		purpose: use.purpose,
		boundTo: use.boundTo,
		expiresAt: now + challengeLife
	});
	return bytes;
}

/**
 * The challenge that an answer carries, used up with this call; undefined when it was never given to this browser for
 * this purpose, has been answered before or is too old.
 */
export async function takeChallenge(
	{ db, now }: { db: Kysely<Database>; now: () => Date },
	{ purpose, boundTo }: ChallengeUse,
	clientDataJSON: unknown
): Promise<string | undefined> {
	const challenge = answeredChallenge(clientDataJSON);
	if (challenge === undefined) return undefined;
	const use = { challengeHash: challengeHash(challenge), purpose, boundTo };
	return (await deleteChallenge(db, use, now().getTime())) ? challenge : undefined;
}
