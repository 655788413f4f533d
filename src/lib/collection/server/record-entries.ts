import type { Kysely, Transaction } from 'kysely';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { createWindowCounter, type WindowCounter } from '#lib/server/rate-limit.ts';
import type { FieldCollection } from '../field-collection.ts';
import { readEntries, type FieldEntry, type NoteEntry, type TallyEntry } from '../field-entry.ts';
import { insertNote, insertTally, withdrawNote, withdrawTally } from './entry-store.ts';
import { readDevice } from './read-device.ts';

type Trx = Transaction<Database>;

/** Entries that one device may send in ten minutes: many times what a person can tap. */
const mostInTenMinutes = 2000;
const counters = new WeakMap<Kysely<Database>, WindowCounter>();

function requireModestPace(ctx: Context, deviceId: string, number: number): void {
	const counter = counters.get(ctx.db) ?? createWindowCounter({ windowMs: 600_000 });
	counters.set(ctx.db, counter);
	const now = ctx.now().getTime();
	if (counter.count(deviceId, now) + number > mostInTenMinutes) throw new AppError('too-many');
	counter.add(deviceId, now, number);
}

/** Whether an entry uses the collection's own lists only. */
function fits(entry: FieldEntry, { spots, themes }: FieldCollection): boolean {
	if (entry.kind === 'withdrawal') return true;
	const [spotKeys, themeKeys] = [spots, themes].map((list) => list.map(({ key }) => key));
	const used = entry.kind === 'tally' ? [entry.theme] : entry.themes;
	return spotKeys!.includes(entry.spot) && used.every((theme) => themeKeys!.includes(theme));
}

/** Counts one talk, exactly once by its key. */
const recordTally = (trx: Trx, collectionId: string, tally: TallyEntry): Promise<void> =>
	insertTally(trx, collectionId, tally);

/** Keeps one note, exactly once by its key. */
const recordNote = (trx: Trx, collectionId: string, note: NoteEntry): Promise<void> =>
	insertNote(trx, collectionId, note);

function record(trx: Trx, collectionId: string, entry: FieldEntry): Promise<void> {
	if (entry.kind === 'tally') return recordTally(trx, collectionId, entry);
	if (entry.kind === 'note') return recordNote(trx, collectionId, entry);
	const withdraw = entry.of === 'tally' ? withdrawTally : withdrawNote;
	return withdraw(trx, collectionId, entry.key);
}

/** What became of the entries of one sending, by their keys. */
export interface RecordedEntries {
	/** Stored now or before. */
	accepted: string[];
	/** Never to be sent again: no entry, or not of the collection's lists. */
	refused: string[];
}

/**
 * Takes counted talks, notes and withdrawals from a collector's device, all in one durable commit and each exactly once by
 * its key, whatever often it is sent. Like answers they leave no line in the log, and no time.
 * @param body what the device sent, unparsed
 * @throws AppError `not-found` when the link opens nothing, `too-large` for anything but a list of at most 100, `too-many`
 */
export async function recordEntries(
	ctx: Context,
	{ token, body }: { token: string; body: unknown }
): Promise<RecordedEntries> {
	const { id, collection } = await readDevice(ctx, token);
	const sent = readEntries(body);
	if (!sent) throw new AppError('too-large', 'send a list of at most 100 entries');
	requireModestPace(ctx, id, sent.length);
	const good = sent.flatMap(({ entry }) => (entry && fits(entry, collection) ? [entry] : []));
	// In the order of their keys: two processes that are sent the same wait for each other and never in a ring.
	const inOrder = good.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	if (inOrder.length > 0)
		await ctx.db.transaction().execute(async (trx) => {
			for (const entry of inOrder) await record(trx, collection.id, entry);
		});
	const accepted = good.map(({ key }) => key);
	return { accepted, refused: sent.map(({ key }) => key).filter((key) => !accepted.includes(key)) };
}
