import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Dialogue } from '../dialogue.ts';

/** How long another process's move may go unseen, in milliseconds. */
const freshFor = 1000;

interface Entry {
	dialogue: Promise<Dialogue>;
	readAt: number;
}

const caches = new WeakMap<Kysely<Database>, Map<string, Entry>>();

/**
 * Reads an open dialogue at most once a second, however many ask; one in another state is read each time, so that its
 * next move shows at once. The object is shared and frozen.
 */
export async function readThroughCache(
	db: Kysely<Database>,
	key: string,
	read: () => Promise<Dialogue>
): Promise<Dialogue> {
	const cache = caches.get(db) ?? new Map<string, Entry>();
	caches.set(db, cache);
	const known = cache.get(key);
	if (known && performance.now() - known.readAt < freshFor) return known.dialogue;
	const entry: Entry = { dialogue: read(), readAt: performance.now() };
	cache.set(key, entry);
	const forget = () => cache.get(key) === entry && cache.delete(key);
	try {
		const dialogue = frozen(await entry.dialogue);
		if (dialogue.state !== 'open') forget();
		return dialogue;
	} catch (error) {
		forget();
		throw error;
	}
}

function frozen(dialogue: Dialogue): Dialogue {
	for (const part of [dialogue.title, dialogue.channels, dialogue.languages, dialogue.settings])
		Object.freeze(part);
	return Object.freeze(dialogue);
}

/** Lets the next read see what this process has just written. */
export const forgetDialogues = (db: Kysely<Database>): void => void caches.delete(db);
