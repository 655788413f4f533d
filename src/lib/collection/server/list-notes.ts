import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import { choiceText } from '../choice-list.ts';
import type { AgeBand, GroupSize, Slot, Tone } from '../field-entry.ts';
import { joinLists, sumNoteThemes, type NoteSum } from '../field-sums.ts';
import { selectNotes, withdrawNote } from './entry-store.ts';
import { listCollections, type CollectionFilter } from './list-collections.ts';
import { readCollection } from './read-collection.ts';

/** A talk in short, as staff read it. */
export interface FieldNote {
	collectionId: string;
	key: string;
	/** The day and the name of the collection. */
	day: string;
	collection: string;
	slot: Slot;
	/** In words. */
	spot: string;
	themes: string[];
	tone: Tone;
	paraphrase: string;
	groupSize: GroupSize;
	ageBand: AgeBand;
}

type Reader = Pick<Context, 'db' | 'actor'>;

async function readNotes(ctx: Reader, filter: CollectionFilter) {
	const collections = await listCollections(ctx, filter, 'results.read');
	const ids = collections.map(({ id }) => id);
	return { collections, rows: ids.length > 0 ? await selectNotes(ctx.db, ids) : [] };
}

/**
 * Notes from talks in the field, in an order that says nothing about when they were made; for staff only. Of a place, a
 * dialogue, a meeting or one collection; what lies where who asks has no `results.read` is not there.
 */
export async function listNotes(ctx: Reader, filter: CollectionFilter): Promise<FieldNote[]> {
	const { collections, rows } = await readNotes(ctx, filter);
	return rows.map((row) => {
		const { day, name, spots, themes } = collections.find(({ id }) => id === row.collectionId)!;
		const keys = JSON.parse(row.themes) as string[];
		return {
			collectionId: row.collectionId,
			key: row.key,
			day,
			collection: name,
			slot: row.slot as Slot,
			spot: choiceText(spots, row.spot),
			themes: keys.map((key) => choiceText(themes, key)),
			tone: row.tone as Tone,
			paraphrase: row.paraphrase,
			groupSize: row.groupSize as GroupSize,
			ageBand: row.ageBand as AgeBand
		};
	});
}

/** The themes of notes, counted: a number of its own kind, never added to answers or to talks that were only counted. */
export async function sumNotes(ctx: Reader, filter: CollectionFilter): Promise<NoteSum> {
	const { collections, rows } = await readNotes(ctx, filter);
	const notes = rows.map(({ themes, tone }) => ({
		themes: JSON.parse(themes) as string[],
		tone: tone as Tone
	}));
	return sumNoteThemes(notes, joinLists(collections));
}

/**
 * Removes a note: its words go at once, such as a name that should not have been written.
 * @throws AppError `not-found` without the permission `answers.collect` there
 */
export async function removeNote(
	ctx: Context,
	{ collectionId, key }: { collectionId: string; key: string }
): Promise<void> {
	const { placeCode } = await readCollection(ctx, collectionId);
	await ctx.db.transaction().execute(async (trx) => {
		await withdrawNote(trx, collectionId, key);
		await recordEvent(trx, ctx, { action: 'note.removed', placeCode, subject: `collection:${collectionId}` });
	});
}
