import type { Kysely } from 'kysely';
import type { Language, Texts } from '#lib/i18n/languages.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Channel } from '../channel.ts';
import type { Dialogue, DialogueState } from '../dialogue.ts';
import type { DialogueRow } from './tables.ts';

const columns = [
	'id',
	'code',
	'placeCode',
	'slug',
	'kind',
	'state',
	'title',
	'questionnaireId',
	'version',
	'opensAt',
	'closesAt',
	'resultsDueOn',
	'pledgesDueOn',
	'channels',
	'languages',
	'crowd',
	'insiders',
	'freshness',
	'coin',
	'sources',
	'sealEverySeconds',
	'entry',
	'partOf',
	'joins'
] as const satisfies (keyof DialogueRow)[];

/** A query over dialogues with every column by name. */
export const selectDialogues = (db: Kysely<Database>) => db.selectFrom('dialogue').select(columns);

/** The dialogue of a row. */
export const dialogueOf = (row: DialogueRow): Dialogue => ({
	id: row.id,
	code: row.code,
	placeCode: row.placeCode,
	slug: row.slug,
	kind: row.kind,
	state: row.state,
	title: JSON.parse(row.title) as Texts,
	questionnaireId: row.questionnaireId,
	version: row.version,
	opensAt: new Date(row.opensAt),
	closesAt: row.closesAt === null ? null : new Date(row.closesAt),
	resultsDueOn: row.resultsDueOn,
	pledgesDueOn: row.pledgesDueOn,
	channels: JSON.parse(row.channels) as Channel[],
	languages: JSON.parse(row.languages) as Language[],
	settings: {
		crowd: row.crowd,
		insiders: row.insiders,
		freshness: row.freshness,
		coin: row.coin,
		sources: row.sources,
		sealEverySeconds: row.sealEverySeconds
	},
	entry: row.entry,
	partOf: row.partOf,
	joins: row.joins
});

const rowOf = (dialogue: Dialogue): DialogueRow => ({
	id: dialogue.id,
	code: dialogue.code,
	placeCode: dialogue.placeCode,
	slug: dialogue.slug,
	kind: dialogue.kind,
	state: dialogue.state,
	title: JSON.stringify(dialogue.title),
	questionnaireId: dialogue.questionnaireId,
	version: dialogue.version,
	opensAt: dialogue.opensAt.getTime(),
	closesAt: dialogue.closesAt?.getTime() ?? null,
	resultsDueOn: dialogue.resultsDueOn,
	pledgesDueOn: dialogue.pledgesDueOn,
	channels: JSON.stringify(dialogue.channels),
	languages: JSON.stringify(dialogue.languages),
	crowd: dialogue.settings.crowd,
	insiders: dialogue.settings.insiders,
	freshness: dialogue.settings.freshness,
	coin: dialogue.settings.coin,
	sources: dialogue.settings.sources,
	sealEverySeconds: dialogue.settings.sealEverySeconds,
	entry: dialogue.entry,
	partOf: dialogue.partOf,
	joins: dialogue.joins
});

/** Writes a new dialogue; false when its code or its address is taken. */
export async function insertDialogue(db: Kysely<Database>, dialogue: Dialogue): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('dialogue')
		.values(rowOf(dialogue))
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** Moves a dialogue if it is still in the state it is thought to be in; false when it is not. */
export async function updateState(
	db: Kysely<Database>,
	id: string,
	move: { from: DialogueState; to: DialogueState }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('dialogue')
		.set({ state: move.to })
		.where('id', '=', id)
		.where('state', '=', move.from)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}
