import type { Transaction } from 'kysely';
import { clearSpentIn } from '../../answers/server/clear-spent.ts';
import type { Database } from '../../server/db/database.ts';
import { deleteBlocks, deleteFreeTexts } from './block-store.ts';
import { deleteCounters } from './ledger-store.ts';

/**
 * Removes everything that was answered in a rehearsal's dialogue and counted of it, in the transaction of who removes
 * the rehearsal. What is left is a closed dialogue that nobody finds, and the chain of its releases, which is never cut.
 */
export async function clearRehearsedIn(trx: Transaction<Database>, dialogueId: string): Promise<void> {
	await clearSpentIn(trx, dialogueId);
	await deleteBlocks(trx, dialogueId);
	await deleteFreeTexts(trx, dialogueId);
	await deleteCounters(trx, dialogueId);
}
