import type { Kysely } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import { sumHistograms } from '../../sealing/histogram.ts';
import { parseLabel } from '../../sealing/label.ts';
import { readJoinedParts, type JoinedPart } from './joined-parts.ts';
import {
	selectContents,
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
	/** What meetings have added, by question. */
	joined: ReadonlyMap<string, JoinedPart>;
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

/** Counters change only together with a new release, also those of joined parts, so rows between two equal numbers belong together. */
async function readAsOf(db: Kysely<Database>, dialogueId: string, seq: number): Promise<PublishedState> {
	const published = await selectPublished(db, dialogueId);
	const sealed = await selectSealed(db, dialogueId);
	const joined = await readJoinedParts(db, dialogueId);
	const after = await selectSeq(db, dialogueId);
	return after === seq ? { seq, published, sealed, joined } : readAsOf(db, dialogueId, after);
}

/**
 * The public state as it was at a release, from what each release until then added. What meetings have added to it is
 * not told.
 */
export async function readStateAt(
	db: Kysely<Database>,
	dialogueId: string,
	seq: number
): Promise<PublishedState> {
	const sealed = new Map<string, number>();
	const published = new Map<string, PublishedPart>();
	for (const content of await selectContents(db, dialogueId, seq)) {
		for (const [label, sheets] of Object.entries(content.sealed))
			sealed.set(label, (sealed.get(label) ?? 0) + sheets);
		for (const { questionKey, label, histogram } of content.published) {
			const key = `${questionKey}\n${label}`;
			const known = published.get(key);
			const sum = known ? sumHistograms(known.histogram, histogram) : histogram;
			published.set(key, { questionKey, label: parseLabel(label), histogram: sum });
		}
	}
	return {
		seq,
		published: [...published.values()],
		sealed: [...sealed].map(([label, sheets]) => ({ label: parseLabel(label), sheets })),
		joined: new Map()
	};
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
