import type { Kysely } from 'kysely';
import type { Background } from '../../questionnaire/question.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { openEnvelope } from '../sealed-envelope.ts';
import type { PendingSheet } from './commit-answers.ts';
import { selectPending, selectPendingIds } from './pending-store.ts';
import { sourceOf } from './source-memory.ts';
import type { PendingRow } from './tables.ts';

type Keys = Pick<Context, 'vault'>;

/** What sealing may look at before it has chosen: who belongs together, never what was answered. */
export interface PoolEntry {
	id: string;
	background: Background;
	/** Undefined when the sheet was recovered after a restart. */
	source: string | undefined;
}

const backgrounds = new WeakMap<Kysely<Database>, Map<string, Background>>();

/** Decrypted backgrounds of pending sheets, in memory only. */
export function backgroundMemory(db: Kysely<Database>): Map<string, Background> {
	const memory = backgrounds.get(db) ?? new Map<string, Background>();
	backgrounds.set(db, memory);
	return memory;
}

/**
 * Opens a pending row.
 * @throws when the epoch's key is gone: the row can never be read again.
 */
export function openPendingRow({ vault }: Keys, row: PendingRow): PendingSheet {
	const key = vault.epochKey(row.epoch);
	if (!key) throw new Error('a pending answer has lost its epoch key');
	return openEnvelope<PendingSheet>(key, row.dialogueId, row.payload);
}

/**
 * The pending sheets of a dialogue as sealing sees them.
 * @param db the database that the memories belong to; `reader` is it or a transaction on it.
 */
export async function readPool(
	{ db, vault }: Pick<Context, 'db' | 'vault'>,
	reader: Kysely<Database>,
	dialogueId: string
): Promise<PoolEntry[]> {
	const memory = backgroundMemory(db);
	const ids = (await selectPendingIds(reader, dialogueId)).map(({ id }) => id);
	const unread = ids.filter((id) => !memory.has(id));
	for (const row of await selectPending(reader, unread))
		memory.set(row.id, openPendingRow({ vault }, row).background);
	return ids.map((id) => ({ id, background: memory.get(id) ?? {}, source: sourceOf(db, id) }));
}
