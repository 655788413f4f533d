import type { Transaction } from 'kysely';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { randomId } from '../../server/random.ts';
import { deviceProofDays } from '../session.ts';
import { tokenHash } from '../token.ts';
import { deleteKnownDevice, insertKnownDevice, selectKnownDevice } from './known-device-store.ts';

/** Whether a browser shows that this person has signed in with it before. */
export async function knowsDevice(
	ctx: Pick<Context, 'db' | 'now'>,
	personId: string,
	proof: string | undefined
): Promise<boolean> {
	if (!proof) return false;
	const known = await selectKnownDevice(ctx.db, tokenHash(proof));
	return known?.personId === personId && known.expiresAt > ctx.now().getTime();
}

/**
 * Remembers the browser that a person has just signed in with; an earlier proof is used up.
 * @returns the new proof, for the device cookie.
 */
export async function rememberDevice(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'now' | 'random'>,
	{ personId, proof }: { personId: string; proof?: string | undefined }
): Promise<string> {
	if (proof) await deleteKnownDevice(trx, tokenHash(proof));
	const token = randomId(ctx.random);
	const expiresAt = ctx.now().getTime() + deviceProofDays * 86_400_000;
	await insertKnownDevice(trx, { tokenHash: tokenHash(token), personId, expiresAt });
	return token;
}
