import { sql, type Kysely } from 'kysely';
import type { DialogueState } from '../../dialogues/dialogue.ts';
import type { Histogram } from '../../sealing/histogram.ts';
import { parseLabel, type Label } from '../../sealing/label.ts';
import type { Database } from '../../server/db/database.ts';

type Db = Kysely<Database>;

/** What is published of one question under one label. */
export interface PublishedPart {
	questionKey: string;
	label: Label;
	histogram: Histogram;
}

/** Sealed sheets under one label. */
export interface SealedPart {
	label: Label;
	sheets: number;
}

/** One step of the public chain. */
export interface Release {
	seq: number;
	/** Calendar day, Europe/Stockholm. */
	day: string;
	hash: string;
	/** The hash before it. */
	previous: string;
}

/** What a release added: sealed sheets per label, and what was published. */
export interface ReleaseContent {
	sealed: Record<string, number>;
	published: { questionKey: string; label: string; histogram: Histogram }[];
}

/** Where a dialogue stands: what a viewer must hear of when it changes. */
export interface Standing {
	dialogueId: string;
	state: DialogueState;
	/** The latest release; 0 before the first. */
	seq: number;
}

/** The latest release of a dialogue; 0 before the first. */
export async function selectSeq(db: Db, dialogueId: string): Promise<number> {
	const row = await db
		.selectFrom('release')
		.select((eb) => eb.fn.max('seq').as('seq'))
		.where('dialogueId', '=', dialogueId)
		.executeTakeFirst();
	return row?.seq ?? 0;
}

/** Everything published of a dialogue: one row per question and label. */
export async function selectPublished(db: Db, dialogueId: string): Promise<PublishedPart[]> {
	const rows = await db
		.selectFrom('published')
		.select(['questionKey', 'label', 'histogram'])
		.where('dialogueId', '=', dialogueId)
		.execute();
	return rows.map(({ questionKey, label, histogram }) => ({
		questionKey,
		label: parseLabel(label),
		histogram: JSON.parse(histogram) as Histogram
	}));
}

/** How many sheets of a dialogue are sealed, per label. */
export async function selectSealed(db: Db, dialogueId: string): Promise<SealedPart[]> {
	const rows = await db
		.selectFrom('sealedCount')
		.select(['label', 'sheets'])
		.where('dialogueId', '=', dialogueId)
		.execute();
	return rows.map(({ label, sheets }) => ({ label: parseLabel(label), sheets }));
}

/** The parts of meetings that ask a question of this dialogue. */
export async function selectParts(db: Db, dialogueId: string) {
	return await db
		.selectFrom('dialogue')
		.select(['id', 'questionnaireId', 'version'])
		.where('joins', '=', dialogueId)
		.orderBy('id')
		.execute();
}

/** What each release until one of them added. */
export async function selectContents(db: Db, dialogueId: string, seq: number): Promise<ReleaseContent[]> {
	const rows = await db
		.selectFrom('release')
		.select('content')
		.where('dialogueId', '=', dialogueId)
		.where('seq', '<=', seq)
		.orderBy('seq')
		.execute();
	return rows.map(({ content }) => JSON.parse(content) as ReleaseContent);
}

/** The releases of a dialogue, oldest first. */
export async function selectReleases(db: Db, dialogueId: string): Promise<Release[]> {
	return await db
		.selectFrom('release')
		.select(['seq', 'day', 'hash', 'previous'])
		.where('dialogueId', '=', dialogueId)
		.orderBy('seq')
		.execute();
}

/** One release of a dialogue. */
export async function selectRelease(db: Db, dialogueId: string, seq: number): Promise<Release | undefined> {
	return await db
		.selectFrom('release')
		.select(['seq', 'day', 'hash', 'previous'])
		.where('dialogueId', '=', dialogueId)
		.where('seq', '=', seq)
		.executeTakeFirst();
}

/** Where each of the dialogues stands now. */
export async function selectStandings(db: Db, dialogueIds: readonly string[]): Promise<Standing[]> {
	if (dialogueIds.length === 0) return [];
	return await db
		.selectFrom('dialogue')
		.select(({ selectFrom }) => [
			'dialogue.id as dialogueId',
			'dialogue.state',
			selectFrom('release')
				.select((eb) => eb.fn.coalesce(eb.fn.max('release.seq'), sql<number>`0`).as('seq'))
				.whereRef('release.dialogueId', '=', 'dialogue.id')
				.$asScalar()
				.$notNull()
				.as('seq')
		])
		.where('dialogue.id', 'in', dialogueIds)
		.execute();
}
