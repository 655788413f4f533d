import { createHash } from 'node:crypto';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import type { Context } from '#lib/server/context.ts';
import { matchAreas, type KnownPlace } from '../area-match.ts';
import type { ImportSettings } from '../import-settings.ts';
import { planImport, type ImportPlan, type PlannedSeries, type PlannedValue } from '../plan-import.ts';
import { readStatistics } from '../read-statistics.ts';
import { statisticsReference } from '../reference/reference-data.ts';
import { compareValues, type Changes, type HeldValue } from '../revisions.ts';
import type { StatisticsTable } from '../table.ts';
import { selectValues, type VersionedRow } from './observation-store.ts';
import { selectSeriesByKeys } from './series-store.ts';
import type { StatisticImportRow, StatisticSeriesRow } from './tables.ts';

/** A stored file as it was read, and what importing it as its settings say would keep. */
export interface StoredPlan {
	table: StatisticsTable;
	settings: ImportSettings;
	plan: ImportPlan;
	series: ComparedSeries[];
}

/** A planned series beside what the place holds of it already. */
export interface ComparedSeries {
	key: string;
	planned: PlannedSeries;
	/** Undefined while the place has none. */
	held: StatisticSeriesRow | undefined;
	changes: Changes;
}

/** The places that a table's areas can be: districts only when a code of it can be one. */
async function knownPlaces(ctx: Pick<Context, 'db'>, table: StatisticsTable): Promise<KnownPlace[]> {
	const kinds = ['county', 'police-region', 'local-police-area', 'municipality'] as const;
	const withDistricts = table.areas.some(({ code }) => code.length > 4);
	return listPlacesBelow(ctx, { codes: ['se'], kinds: withDistricts ? [...kinds, 'district'] : kinds });
}

/** The same for the same thing of the same source, in whatever file. */
const seriesKey = ({ title, parts, unit }: PlannedSeries, source: string): string =>
	createHash('sha256')
		.update(JSON.stringify([source, title, parts, unit].map((one) => JSON.stringify(one).toLowerCase())))
		.digest('hex');

/** The values of each series as its latest version has them. */
function latest(rows: readonly VersionedRow[]): Map<string, HeldValue[]> {
	const cells = new Map<string, VersionedRow>();
	for (const row of rows) {
		const key = `${row.seriesId} ${row.placeCode} ${row.period}`;
		const held = cells.get(key);
		if (!held || held.version < row.version) cells.set(key, row);
	}
	const bySeries = new Map<string, HeldValue[]>();
	for (const row of cells.values()) {
		const { placeCode, period, value, missing, low, high } = row;
		const held = { placeCode, period, value, missing, low, high, preliminary: row.preliminary === 1 };
		const list = bySeries.get(row.seriesId);
		if (list) list.push(held);
		else bySeries.set(row.seriesId, [held]);
	}
	return bySeries;
}

/** The first value of each place and period; two areas of a file may be one place. */
function eachOnce(values: readonly PlannedValue[]): PlannedValue[] {
	const once = new Map<string, PlannedValue>();
	for (const value of values) {
		const cell = `${value.placeCode} ${value.period}`;
		if (!once.has(cell)) once.set(cell, value);
	}
	return [...once.values()];
}

/** Two things of a file that have the same name in the end are one series: their values stand together. */
function byKey(planned: readonly PlannedSeries[], source: string): Map<string, PlannedSeries> {
	const found = new Map<string, PlannedSeries>();
	for (const series of planned) {
		const key = seriesKey(series, source);
		const held = found.get(key)?.values ?? [];
		found.set(key, { ...series, values: eachOnce([...held, ...series.values]) });
	}
	return found;
}

/**
 * Reads a stored file again and compares it with what its place holds. Reading takes the same bytes to the same table, so
 * that what was previewed is what is confirmed.
 * @throws ReadFailure as `readStatistics` does
 */
export async function planStored(
	ctx: Pick<Context, 'db'>,
	row: Pick<StatisticImportRow, 'content' | 'settings' | 'placeCode'>
): Promise<StoredPlan> {
	const settings = JSON.parse(row.settings) as ImportSettings;
	const table = await readStatistics(row.content, settings.columns);
	const places = await knownPlaces(ctx, table);
	const names = table.format.startsWith('kolada') ? statisticsReference.koladaTitles : {};
	const place = places.find(({ code }) => code === settings.place) ?? null;
	const plan = planImport(table, settings, { match: matchAreas(places), names, place });
	const planned = byKey(plan.series, settings.source);
	const keys = [...planned.keys()];
	const held = await selectSeriesByKeys(ctx.db, { placeCode: row.placeCode, keys });
	const values = latest(
		await selectValues(
			ctx.db,
			held.map(({ id }) => id)
		)
	);
	const series = keys.map((key): ComparedSeries => {
		const own = held.find(({ seriesKey: other }) => other === key);
		const one = planned.get(key)!;
		return {
			key,
			planned: one,
			held: own,
			changes: compareValues(one.values, (own && values.get(own.id)) ?? [])
		};
	});
	return { table, settings, plan, series };
}
