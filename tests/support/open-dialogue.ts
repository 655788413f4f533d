import { join } from 'node:path';
import { migrations } from '#migrations';
import { makeCodes } from '#lib/answers/server/make-codes.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { NewDialogue } from '#lib/dialogues/new-dialogue.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { createDialogue } from '#lib/dialogues/server/create-dialogue.ts';
import { openDialogue } from '#lib/dialogues/server/open-dialogue.ts';
import type { AnonymitySettings } from '#lib/dialogues/settings.ts';
import { importReferencePlaces } from '#lib/places/server/import-reference-places.ts';
import { publishQuestionnaire } from '#lib/questionnaire/server/publish-questionnaire.ts';
import { contextOf } from '#lib/server/application.ts';
import type { Context } from '#lib/server/context.ts';
import { migrateDatabase } from '#lib/server/db/migrate-database.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { silentLog } from '#lib/server/log.ts';
import { openVault } from '#lib/server/vault.ts';
import { eightQuestions } from './eight-questions.ts';

const dayMs = 24 * 60 * 60 * 1000;

const quick: AnonymitySettings = {
	crowd: 5,
	insiders: 1,
	freshness: 0.25,
	coin: 0.1,
	sources: 'each',
	sealEverySeconds: 1
};

/** Publishes the questions and opens a dialogue about them in Säffle, from yesterday for a month unless changed. */
export async function openFromYesterday(
	ctx: Context,
	definition: QuestionnaireDefinition,
	changes: Partial<NewDialogue> = {}
): Promise<Dialogue> {
	const placeCode = '1785';
	const day = (days: number) => dayOf(new Date(ctx.now().getTime() + days * dayMs));
	const { questionnaireId, version } = await publishQuestionnaire(ctx, { placeCode, definition });
	const { id } = await createDialogue(ctx, {
		placeCode,
		title: definition.title,
		kind: 'citizen',
		questionnaireId,
		version,
		opensOn: day(-1),
		closesOn: day(30),
		resultsDueOn: day(45),
		pledgesDueOn: day(60),
		channels: ['web'],
		languages: ['sv', 'en'],
		settings: quick,
		...changes
	});
	return openDialogue(ctx, id);
}

/** Opens a dialogue with eight one-choice questions; sealed every second. */
export const openEightQuestionsIn = (ctx: Context, settings: AnonymitySettings = quick): Promise<Dialogue> =>
	openFromYesterday(ctx, eightQuestions, { settings, channels: ['web', 'embed'] });

/** The same, asking for one-time codes; and so many of them. */
export async function openWithCodesIn(
	ctx: Context,
	count: number,
	settings: AnonymitySettings = quick
): Promise<{ dialogue: Dialogue; codes: string[] }> {
	const dialogue = await openFromYesterday(ctx, eightQuestions, { settings, entry: 'codes' });
	return { dialogue, codes: await makeCodes(ctx, { dialogueId: dialogue.id, count }) };
}

/** Makes the database and the keys of a data folder that a server will be started on, and fills it. */
export async function fillFolder<T>(folder: string, fill: (ctx: Context) => Promise<T>): Promise<T> {
	const db = openSqlite(join(folder, 'lyhord.db'));
	await migrateDatabase(db, migrations);
	await importReferencePlaces(db);
	const filled = await fill(contextOf({ db, vault: openVault(folder), log: silentLog, folder }));
	await db.destroy();
	return filled;
}

/** Eight questions that are open in a data folder. */
export const openEightQuestions = (folder: string, settings?: AnonymitySettings): Promise<Dialogue> =>
	fillFolder(folder, (ctx) => openEightQuestionsIn(ctx, settings));

/** The same with one-time codes. */
export const openWithCodes = (folder: string, count: number, settings?: AnonymitySettings) =>
	fillFolder(folder, (ctx) => openWithCodesIn(ctx, count, settings));
