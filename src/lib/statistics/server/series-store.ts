import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { SeriesVersion } from '../series.ts';
import type { StatisticSeriesRow, StatisticVersionRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** So many ids in one statement. */
const chunk = 1_000;

const selectSeriesRows = (db: Db) =>
	db
		.selectFrom('statisticSeries')
		.select([
			'id',
			'placeCode',
			'seriesKey',
			'title',
			'parts',
			'unit',
			'notes',
			'public',
			'removed',
			'version'
		]);

export const selectSeries = (db: Db, id: string): Promise<StatisticSeriesRow | undefined> =>
	selectSeriesRows(db).where('id', '=', id).executeTakeFirst();

/** What a place keeps under these keys, also what has been taken away. */
export async function selectSeriesByKeys(
	db: Db,
	{ placeCode, keys }: { placeCode: string; keys: readonly string[] }
): Promise<StatisticSeriesRow[]> {
	const rows: StatisticSeriesRow[] = [];
	for (let start = 0; start < keys.length; start += chunk)
		rows.push(
			...(await selectSeriesRows(db)
				.where('placeCode', '=', placeCode)
				.where('seriesKey', 'in', keys.slice(start, start + chunk))
				.execute())
		);
	return rows;
}

/** What these places keep and have not taken away. */
export const selectSeriesOf = (db: Db, placeCodes: readonly string[]): Promise<StatisticSeriesRow[]> =>
	selectSeriesRows(db)
		.where('placeCode', 'in', [...placeCodes])
		.where('removed', '=', 0)
		.where('version', '>', 0)
		.execute();

/** Adds a series that nobody sees before it has a version; nothing when the place has one with its key. */
export const insertSeries = (trx: Trx, rows: readonly StatisticSeriesRow[]) =>
	trx
		.insertInto('statisticSeries')
		.values([...rows])
		.onConflict((conflict) => conflict.columns(['placeCode', 'seriesKey']).doNothing())
		.execute();

export const updateSeries = (
	trx: Trx,
	id: string,
	values: Partial<Pick<StatisticSeriesRow, 'version' | 'removed' | 'public' | 'notes'>>
) => trx.updateTable('statisticSeries').set(values).where('id', '=', id).execute();

export const insertVersion = (trx: Trx, row: StatisticVersionRow) =>
	trx.insertInto('statisticVersion').values(row).execute();

/** The versions of a series, the latest first. */
export async function selectVersions(db: Db, seriesId: string): Promise<SeriesVersion[]> {
	const rows = await db
		.selectFrom('statisticVersion')
		.select([
			'version',
			'source',
			'licence',
			'sourceUpdated',
			'retrievedOn',
			'importedAt',
			'added',
			'revised'
		])
		.where('seriesId', '=', seriesId)
		.orderBy('version', 'desc')
		.execute();
	return rows.map((row) => ({
		version: row.version,
		source: row.source,
		licence: row.licence,
		sourceUpdated: row.sourceUpdated,
		retrievedOn: row.retrievedOn,
		importedAt: new Date(row.importedAt),
		added: row.added,
		revised: row.revised
	}));
}

/** The source of the latest version of each series. */
export const selectLatestSources = (db: Db, seriesIds: readonly string[]) =>
	db
		.selectFrom('statisticVersion')
		.innerJoin('statisticSeries', (join) =>
			join
				.onRef('statisticSeries.id', '=', 'statisticVersion.seriesId')
				.onRef('statisticSeries.version', '=', 'statisticVersion.version')
		)
		.select(['statisticVersion.seriesId', 'statisticVersion.source'])
		.where('statisticVersion.seriesId', 'in', [...seriesIds])
		.execute();
