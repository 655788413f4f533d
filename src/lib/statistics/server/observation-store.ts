import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { StatisticObservationRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const chunk = 1_000;

/** A value with the version that it came with. */
export interface VersionedRow extends Omit<StatisticObservationRow, 'batch'> {
	version: number;
}

/** The values that belong to versions of series, every version of them. */
const selectVersioned = (db: Db) =>
	db
		.selectFrom('statisticObservation as value')
		.innerJoin('statisticVersion as held', (join) =>
			join.onRef('held.seriesId', '=', 'value.seriesId').onRef('held.batch', '=', 'value.batch')
		)
		.select(['value.seriesId', 'value.placeCode', 'value.period', 'value.value', 'value.missing'])
		.select(['value.preliminary', 'value.low', 'value.high', 'held.version']);

/** Every version of every value of some series. */
export async function selectValues(db: Db, seriesIds: readonly string[]): Promise<VersionedRow[]> {
	const rows: VersionedRow[] = [];
	for (let start = 0; start < seriesIds.length; start += chunk)
		rows.push(
			...(await selectVersioned(db)
				.where('value.seriesId', 'in', seriesIds.slice(start, start + chunk))
				.execute())
		);
	return rows;
}

/** Every version of the values that a series has of some places. */
export const selectValuesOf = (
	db: Db,
	{ seriesId, placeCodes }: { seriesId: string; placeCodes: readonly string[] }
): Promise<VersionedRow[]> =>
	selectVersioned(db)
		.where('value.seriesId', '=', seriesId)
		.where('value.placeCode', 'in', [...placeCodes])
		.orderBy('value.period')
		.orderBy('held.version', 'desc')
		.execute();

/** How many periods each series has of a place, the first and the latest. */
export const selectSpans = (
	db: Db,
	{ seriesIds, placeCode }: { seriesIds: readonly string[]; placeCode: string }
) =>
	db
		.selectFrom('statisticObservation as value')
		.innerJoin('statisticVersion as held', (join) =>
			join.onRef('held.seriesId', '=', 'value.seriesId').onRef('held.batch', '=', 'value.batch')
		)
		.select((of) => [
			'value.seriesId',
			of.fn.count<number>('value.period').distinct().as('count'),
			of.fn.min('value.period').as('first'),
			of.fn.max('value.period').as('last')
		])
		.where('value.seriesId', 'in', [...seriesIds])
		.where('value.placeCode', '=', placeCode)
		.groupBy('value.seriesId')
		.execute();

/** Adds values that belong to no version yet. */
export const insertObservations = (trx: Trx, rows: readonly StatisticObservationRow[]) =>
	trx
		.insertInto('statisticObservation')
		.values([...rows])
		.execute();

/** Takes away what an import left behind that became no version. */
export async function deleteBatch(
	trx: Trx,
	{ batch, seriesIds }: { batch: string; seriesIds: readonly string[] }
): Promise<void> {
	for (let start = 0; start < seriesIds.length; start += chunk)
		await trx
			.deleteFrom('statisticObservation')
			.where('seriesId', 'in', seriesIds.slice(start, start + chunk))
			.where('batch', '=', batch)
			.execute();
}
