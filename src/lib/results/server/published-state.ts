import type { Kysely } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import {
	selectPublished,
	selectSealed,
	selectSeq,
	type PublishedPart,
	type SealedPart
} from './results-store.ts';

/** Everything public of a dialogue as of one release. */
export interface PublishedState {
	seq: number;
	published: PublishedPart[];
	sealed: SealedPart[];
}

interface Kept {
	/** The release that was the latest when reading began. */
	seq: number;
	reading: Promise<PublishedState>;
}

/** Most dialogues whose state is kept; the one read longest ago gives way. */
const mostKept = 200;

const keptByDatabase = new WeakMap<Kysely<Database>, Map<string, Kept>>();

function keptOf(db: Kysely<Database>): Map<string, Kept> {
	let kept = keptByDatabase.get(db);
	if (!kept) keptByDatabase.set(db, (kept = new Map()));
	return kept;
}

/** Counters change only together with a new release, so rows between two equal numbers belong together. */
async function readAsOf(db: Kysely<Database>, dialogueId: string, seq: number): Promise<PublishedState> {
	const published = await selectPublished(db, dialogueId);
	const sealed = await selectSealed(db, dialogueId);
	const after = await selectSeq(db, dialogueId);
	return after === seq ? { seq, published, sealed } : readAsOf(db, dialogueId, after);
}

/**
 * The public state of a dialogue, never older than one given before. However many ask, the rows of a release
 * are read once per process; the price of asking again is one look at the latest release's number.
 */
export async function readPublishedState(db: Kysely<Database>, dialogueId: string): Promise<PublishedState> {
	const kept = keptOf(db);
	const seq = await selectSeq(db, dialogueId);
	let entry = kept.get(dialogueId);
	if (!entry || entry.seq < seq) {
		const reading = readAsOf(db, dialogueId, seq);
		entry = { seq, reading };
		reading.catch(() => kept.get(dialogueId)?.reading === reading && kept.delete(dialogueId));
	}
	kept.delete(dialogueId);
	kept.set(dialogueId, entry);
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return entry.reading;
}
