import type { Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import { deleteSpent } from './pending-store.ts';

/** Forgets which keys a rehearsal's dialogue has counted. Only for one that is closed, so that nothing waits in it. */
export const clearSpentIn = (trx: Transaction<Database>, dialogueId: string): Promise<unknown> =>
	deleteSpent(trx, dialogueId);
