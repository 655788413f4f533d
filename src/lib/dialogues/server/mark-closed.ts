import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import { updateState } from './dialogue-store.ts';

/**
 * Makes a `closing` dialogue `closed`, in the transaction that seals its last answers.
 * @returns false when it was not closing, so somebody else has closed it
 */
export const markClosed = (trx: Transaction<Database>, id: string): Promise<boolean> =>
	updateState(trx, id, { from: 'closing', to: 'closed' });
