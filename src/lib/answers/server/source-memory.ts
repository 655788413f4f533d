import type { Kysely } from 'kysely';
import type { Database } from '../../server/db/database.ts';

/** In memory only: where pending sheets came from, and how many sheets each source has sent while its tag lived. */
interface Memory {
	sourceOfSheet: Map<string, string>;
	sent: Map<string, number>;
}

/** Tags live ten minutes; beyond this many, those without a waiting sheet are forgotten. */
const mostTags = 100_000;

const memories = new WeakMap<Kysely<Database>, Memory>();

function memoryOf(db: Kysely<Database>): Memory {
	const memory = memories.get(db) ?? {
		sourceOfSheet: new Map<string, string>(),
		sent: new Map<string, number>()
	};
	memories.set(db, memory);
	return memory;
}

function forgetOldTags({ sourceOfSheet, sent }: Memory): void {
	const waiting = new Set(sourceOfSheet.values());
	for (const tag of sent.keys()) if (!waiting.has(tag)) sent.delete(tag);
}

/** Remembers, in memory only, which source tag a pending sheet came with. */
export function rememberSource(db: Kysely<Database>, pendingId: string, source: string): void {
	const memory = memoryOf(db);
	memory.sourceOfSheet.set(pendingId, source);
	memory.sent.set(source, (memory.sent.get(source) ?? 0) + 1);
	if (memory.sent.size > mostTags) forgetOldTags(memory);
}

/** The source tag of a pending sheet; undefined after a restart. */
export const sourceOf = (db: Kysely<Database>, pendingId: string): string | undefined =>
	memoryOf(db).sourceOfSheet.get(pendingId);

/** Whether the tag has sent one sheet only, sealed ones counted: a slow flood is no cover for anybody. */
export const isOnlyOne = (db: Kysely<Database>, source: string): boolean =>
	memoryOf(db).sent.get(source) === 1;

/** Forgets where sheets came from that are sealed; what each source has sent stays as long as its tag. */
export const forgetSources = (db: Kysely<Database>, pendingIds: readonly string[]): void => {
	const memory = memoryOf(db);
	for (const id of pendingIds) memory.sourceOfSheet.delete(id);
};
