import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Place } from '#lib/places/place.ts';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlacePath } from '#lib/places/server/read-place-path.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { statisticsReference } from '../reference/reference-data.ts';
import type { Relation, Series, SeriesLine, SeriesValue } from '../series.ts';
import { selectValuesOf, type VersionedRow } from './observation-store.ts';
import { selectSeries, selectVersions } from './series-store.ts';
import type { StatisticSeriesRow } from './tables.ts';

type Reading = Pick<Context, 'db' | 'actor'>;

/** A series as a place sees it. */
export interface SeriesQuestion {
	seriesId: string;
	/** Whose values come first, beside those like it, its county and the country. */
	placeCode: string;
	/** As it was in this version; the latest when left out. */
	version?: number | undefined;
}

/** The places that are shown beside a place, each with how it relates to it. */
async function placesBeside(ctx: Pick<Context, 'db'>, place: Place): Promise<Map<string, Relation>> {
	const beside = new Map<string, Relation>([[place.code, 'own']]);
	const add = (code: string, relation: Relation) => beside.has(code) || beside.set(code, relation);
	for (const code of statisticsReference.similar[place.code] ?? []) add(code, 'similar');
	if (place.countyCode) add(place.countyCode, 'county');
	add('se', 'country');
	for (const code of await readPlacePath(ctx, place.code)) add(code, 'above');
	const kinds = place.kind === 'municipality' ? (['district'] as const) : (['municipality'] as const);
	if (place.kind !== 'country')
		for (const { code } of await listPlacesBelow(ctx, { codes: [place.code], kinds })) add(code, 'below');
	return beside;
}

const valueOf = ([latest, ...earlier]: readonly VersionedRow[]): SeriesValue => ({
	...{ period: latest!.period, value: latest!.value, missing: latest!.missing },
	...{
		preliminary: latest!.preliminary === 1,
		low: latest!.low,
		high: latest!.high,
		version: latest!.version
	},
	earlier: earlier.map(({ version, value }) => ({ version, value }))
});

/** The values of each place by period; the rows come by period, the latest version first. */
function valuesByPlace(rows: readonly VersionedRow[]): Map<string, SeriesValue[]> {
	const byPlace = Map.groupBy(rows, ({ placeCode }) => placeCode);
	return new Map(
		[...byPlace].map(([code, own]) => {
			const byPeriod = Map.groupBy(own, ({ period }) => period);
			return [code, [...byPeriod.values()].map((versions) => valueOf(versions))];
		})
	);
}

const order: readonly Relation[] = ['own', 'below', 'similar', 'county', 'above', 'country'];

async function linesOf(
	ctx: Pick<Context, 'db'>,
	{ seriesId, version }: { seriesId: string; version: number },
	beside: Map<string, Relation>
): Promise<SeriesLine[]> {
	const rows = await selectValuesOf(ctx.db, { seriesId, placeCodes: [...beside.keys()] });
	const values = valuesByPlace(rows.filter((row) => row.version <= version));
	const lines: SeriesLine[] = [];
	for (const [code, own] of values) {
		const { name, kind } = await readPlace(ctx, code);
		lines.push({ place: { code, name, kind }, relation: beside.get(code)!, values: own });
	}
	return lines.sort(
		(a, b) =>
			order.indexOf(a.relation) - order.indexOf(b.relation) || a.place.name.localeCompare(b.place.name, 'sv')
	);
}

/** A series that is there and that a place may see: its own, or one of a place above. */
async function requireSeries(
	ctx: Pick<Context, 'db'>,
	{ seriesId, placeCode, version }: SeriesQuestion
): Promise<StatisticSeriesRow> {
	const row = await selectSeries(ctx.db, seriesId);
	const path = await readPlacePath(ctx, placeCode);
	const isThere = row && row.removed === 0 && row.version > 0 && path.includes(row.placeCode);
	if (!isThere || (version !== undefined && (version < 1 || version > row.version)))
		throw new AppError('not-found', 'no such series');
	return row;
}

async function seriesOf(
	ctx: Pick<Context, 'db'>,
	row: StatisticSeriesRow,
	{ placeCode, version = row.version }: SeriesQuestion
): Promise<Series> {
	const beside = await placesBeside(ctx, await readPlace(ctx, placeCode));
	const versions = await selectVersions(ctx.db, row.id);
	return {
		...{ id: row.id, placeCode: row.placeCode, title: row.title, unit: row.unit, public: row.public === 1 },
		parts: JSON.parse(row.parts) as [string, string][],
		version,
		lines: await linesOf(ctx, { seriesId: row.id, version }, beside),
		versions: versions.filter((one) => one.version <= version),
		notes: JSON.parse(row.notes) as string[]
	};
}

/**
 * A series with the values of a place and of those it is compared with: similar municipalities, county, country, and the
 * places below. A version never changes.
 * @throws AppError `not-found` when the place has no such series or version, or without `place.read` there
 */
export async function readSeries(ctx: Reading, question: SeriesQuestion): Promise<Series> {
	await requirePermission(ctx, 'place.read', question.placeCode);
	return seriesOf(ctx, await requireSeries(ctx, question), question);
}

/**
 * A series as everybody may see it.
 * @throws AppError `not-found` also for one that is not shown to everybody
 */
export async function readPublicSeries(ctx: Pick<Context, 'db'>, question: SeriesQuestion): Promise<Series> {
	const row = await requireSeries(ctx, question);
	if (row.public !== 1) throw new AppError('not-found', 'no such series');
	return seriesOf(ctx, row, question);
}

/** One value of a series, with what has to be said beside it. */
export interface Observation extends SeriesValue {
	series: Pick<Series, 'id' | 'title' | 'parts' | 'unit' | 'public'>;
	placeCode: string;
	/** For "Källa:", and the day it was fetched there. */
	source: string;
	retrievedOn: string;
	/** The version of the series that was read. */
	seriesVersion: number;
}

/**
 * One value of a series: for a place, in a period, as a version has it.
 * @throws AppError `not-found` as `readSeries`, and when there is no such value
 */
export async function readObservation(
	ctx: Reading,
	question: SeriesQuestion & { period: string }
): Promise<Observation> {
	const series = await readSeries(ctx, question);
	const line = series.lines.find(({ relation }) => relation === 'own');
	const found = line?.values.find(({ period }) => period === question.period);
	const version = series.versions[0];
	if (!found || !version) throw new AppError('not-found', 'no such value');
	const { id, title, parts, unit } = series;
	return {
		...found,
		series: { id, title, parts, unit, public: series.public },
		placeCode: question.placeCode,
		source: version.source,
		retrievedOn: version.retrievedOn,
		seriesVersion: series.version
	};
}
