import type { Kysely } from 'kysely';
import type { Database } from '../../server/db/database.ts';

const memories = new WeakMap<Kysely<Database>, Map<string, string>>();

function memoryOf(db: Kysely<Database>): Map<string, string> {
	const memory = memories.get(db) ?? new Map<string, string>();
	memories.set(db, memory);
	return memory;
}

/** Remembers, in memory only, which source tag a pending sheet came with. */
export const rememberSource = (db: Kysely<Database>, pendingId: string, source: string): void => {
	memoryOf(db).set(pendingId, source);
};

/** The source tag of a pending sheet; undefined after a restart. */
export const sourceOf = (db: Kysely<Database>, pendingId: string): string | undefined =>
	memoryOf(db).get(pendingId);

export const forgetSources = (db: Kysely<Database>, pendingIds: readonly string[]): void => {
	const memory = memoryOf(db);
	for (const id of pendingIds) memory.delete(id);
};
