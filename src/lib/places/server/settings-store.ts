import type { Kysely, Transaction } from 'kysely';
import type { Language } from '#lib/i18n/languages.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { PlaceSettings } from '../settings.ts';
import type { PlaceLogoRow, PlaceSettingsRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export const selectSettings = (db: Db, placeCode: string) =>
	db
		.selectFrom('placeSettings')
		.select([
			'placeCode',
			'openCrowd',
			'openInsiders',
			'meetingCrowd',
			'meetingInsiders',
			'retentionDays',
			'registryNumber',
			'embedOrigins',
			'languages'
		])
		.where('placeCode', '=', placeCode)
		.executeTakeFirst();

/** The settings of a row. */
export const settingsOf = (row: PlaceSettingsRow): PlaceSettings => ({
	placeCode: row.placeCode,
	openLink: { crowd: row.openCrowd, insiders: row.openInsiders },
	meeting: { crowd: row.meetingCrowd, insiders: row.meetingInsiders },
	retentionDays: row.retentionDays,
	registryNumber: row.registryNumber,
	embedOrigins: JSON.parse(row.embedOrigins) as string[],
	languages: JSON.parse(row.languages) as Language[]
});

export async function upsertSettings(trx: Trx, settings: PlaceSettings): Promise<void> {
	const values = {
		openCrowd: settings.openLink.crowd,
		openInsiders: settings.openLink.insiders,
		meetingCrowd: settings.meeting.crowd,
		meetingInsiders: settings.meeting.insiders,
		retentionDays: settings.retentionDays,
		registryNumber: settings.registryNumber,
		embedOrigins: JSON.stringify(settings.embedOrigins),
		languages: JSON.stringify(settings.languages)
	};
	await trx
		.insertInto('placeSettings')
		.values({ placeCode: settings.placeCode, ...values })
		.onConflict((conflict) => conflict.column('placeCode').doUpdateSet(values))
		.execute();
}

export const selectLogos = (db: Db, placeCode: string) =>
	db
		.selectFrom('placeLogo')
		.select(['id', 'alternativeText', 'mediaType'])
		.where('placeCode', '=', placeCode)
		.orderBy('alternativeText')
		.orderBy('id')
		.execute();

export const selectLogoContent = (db: Db, id: string) =>
	db.selectFrom('placeLogo').select(['mediaType', 'content']).where('id', '=', id).executeTakeFirst();

export async function insertLogo(trx: Trx, row: PlaceLogoRow): Promise<void> {
	await trx.insertInto('placeLogo').values(row).execute();
}

/** @returns the text of the logo that is gone; undefined when the place has none with that id. */
export async function deleteLogo(
	trx: Trx,
	{ id, placeCode }: Pick<PlaceLogoRow, 'id' | 'placeCode'>
): Promise<string | undefined> {
	const held = await trx
		.selectFrom('placeLogo')
		.select('alternativeText')
		.where('id', '=', id)
		.where('placeCode', '=', placeCode)
		.executeTakeFirst();
	await trx.deleteFrom('placeLogo').where('id', '=', id).where('placeCode', '=', placeCode).execute();
	return held?.alternativeText;
}
