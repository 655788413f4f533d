import type { AreaMatcher, KnownPlace } from './area-match.ts';
import { unitOf } from './formats/grid-columns.ts';
import type { ImportSettings } from './import-settings.ts';
import { readPeriod } from './period.ts';
import type { Area, Head, Observation, StatisticsTable } from './table.ts';

/** A value with the place it belongs to, ready to be kept. */
export interface PlannedValue extends Pick<
	Observation,
	'period' | 'value' | 'missing' | 'preliminary' | 'low' | 'high'
> {
	placeCode: string;
}

/** A series that a file holds values of. */
export interface PlannedSeries {
	/** Its number among what the table measures. */
	head: number;
	title: string;
	parts: (readonly [string, string])[];
	unit: string;
	values: PlannedValue[];
}

/** What importing a file would keep. */
export interface ImportPlan {
	series: PlannedSeries[];
	matched: { area: Area; place: KnownPlace }[];
	unmatched: Area[];
	/** Values without a period or a place that nobody has filled in. */
	withoutPeriod: number;
	withoutPlace: number;
}

/** What an indicator is called: what somebody wrote, else the name of a code that is known, else as the file says. */
function titleOf({ title }: Head, settings: ImportSettings, names: Readonly<Record<string, string>>): string {
	const own = names[title] ?? title;
	if (settings.title === '') return own;
	return /^(antal|andel|per 1|kolumn|value|värde|totalt)/i.test(own) || own === ''
		? settings.title
		: `${settings.title}: ${own}`;
}

/** The heads with the names they are going to have; the same name and parts with two units are told apart by the unit. */
function plannedSeries(table: StatisticsTable, settings: ImportSettings, names: Naming): PlannedSeries[] {
	return table.heads.map((head, number) => {
		const title = titleOf(head, settings, names);
		return { head: number, title, parts: head.parts, unit: head.unit || unitOf(title), values: [] };
	});
}

type Naming = Readonly<Record<string, string>>;

interface Known {
	match: AreaMatcher;
	/** Names of indicators by their codes. */
	names: Naming;
	/** The place that values without one belong to. */
	place: KnownPlace | null;
}

const wanted = (heads: number[] | null) => {
	const chosen = heads && new Set(heads);
	return (head: number): boolean => !chosen || chosen.has(head);
};

/**
 * What importing a table would keep: each value with its place, series by series. Empty cells are left out; areas that
 * are no known place are listed, never guessed.
 */
export function planImport(table: StatisticsTable, settings: ImportSettings, known: Known): ImportPlan {
	const places = table.areas.map(known.match);
	const series = plannedSeries(table, settings, known.names);
	const isWanted = wanted(settings.heads);
	const given = readPeriod(settings.period)?.period ?? '';
	let [withoutPeriod, withoutPlace] = [0, 0];
	for (const one of table.observations) {
		if (!isWanted(one.head) || one.missing === 'empty') continue;
		const place = one.area < 0 ? known.place : places[one.area];
		const period = one.period || given;
		if (one.area < 0 && !place) withoutPlace++;
		else if (period === '') withoutPeriod++;
		else if (place) {
			const { value, missing, preliminary, low, high } = one;
			series[one.head]!.values.push({
				placeCode: place.code,
				period,
				value,
				missing,
				preliminary,
				low,
				high
			});
		}
	}
	const areas = table.areas.map((area, index) => ({ area, place: places[index] ?? null }));
	return {
		series: series.filter(({ values }) => values.length > 0),
		matched: areas.flatMap(({ area, place }) => (place ? [{ area, place }] : [])),
		unmatched: areas.flatMap(({ area, place }) => (place ? [] : [area])),
		...{ withoutPeriod, withoutPlace }
	};
}
