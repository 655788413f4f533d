import { isSmall } from './method-notes.ts';
import { comparePeriods } from './period.ts';
import type { Relation, Series, SeriesLine, SeriesValue } from './series.ts';

/** A column of a series' table: a place, or the mean of those like it. */
export interface ViewLine {
	/** `similar` is the mean of the similar municipalities. */
	relation: Relation;
	name: string;
	/** Of how many places it is the mean; null for a place. */
	places: number | null;
	/** By period, as in `periods`; undefined where nothing is known. */
	values: (SeriesValue | undefined)[];
}

/** A series as a page shows it. */
export interface SeriesView {
	periods: string[];
	/** The place first, at most four; those that are drawn. */
	lines: ViewLine[];
	/** The latest value of every other place that has one: similar municipalities, places below. */
	others: { name: string; relation: Relation; value: SeriesValue }[];
	/** The latest value of the place rests on few cases. */
	small: boolean;
	/** Mean of the latest three years, where numbers are small and there are three. */
	threeYears: { from: string; to: string; mean: number } | null;
	/** Some values of those drawn have limits. */
	limits: boolean;
}

/** Numbers that may be held against each other although the places differ in size. */
export const isComparable = (unit: string): boolean =>
	unit !== '' && !/^(antal|number|quantity|count)/i.test(unit);

const rounded = (value: number): number => Number(value.toPrecision(12));

/** The mean of several places in each period, where at least three of them have a number. */
function meanLine(lines: readonly SeriesLine[], periods: readonly string[]): ViewLine | undefined {
	if (lines.length < 3) return undefined;
	const values = periods.map((period): SeriesValue | undefined => {
		const found = lines.flatMap((line) => line.values.filter((one) => one.period === period));
		const numbers = found.flatMap(({ value }) => (value === null ? [] : [value]));
		if (numbers.length < 3) return undefined;
		const value = rounded(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
		const preliminary = found.some((one) => one.preliminary);
		return { period, value, missing: null, preliminary, low: null, high: null, version: 0, earlier: [] };
	});
	if (!values.some(Boolean)) return undefined;
	return { relation: 'similar', name: '', places: lines.length, values };
}

const lineIn =
	(periods: readonly string[]) =>
	({ relation, place, values }: SeriesLine): ViewLine => ({
		...{ relation, name: place.name, places: null },
		values: periods.map((period) => values.find((one) => one.period === period))
	});

/** Those drawn beside the place itself: means and wholes for what can be compared, nothing beside plain counts. */
function besides(series: Series, periods: readonly string[]): ViewLine[] {
	if (!isComparable(series.unit)) return [];
	const similar = series.lines.filter(({ relation }) => relation === 'similar');
	const of = (wanted: Relation) => series.lines.filter(({ relation }) => relation === wanted);
	const [county = of('above')[0]] = of('county');
	const wholes = [county, ...of('country')].filter((line) => line !== undefined);
	return [meanLine(similar, periods), ...wholes.map(lineIn(periods))].filter((line) => line !== undefined);
}

function threeYearsOf(values: readonly (SeriesValue | undefined)[]): SeriesView['threeYears'] {
	const years = values
		.filter((one) => one?.value != null && /^\d{4}$/.test(one.period))
		.slice(-3) as SeriesValue[];
	const [first, , last] = years;
	if (!first || !last || Number(last.period) - Number(first.period) !== 2) return null;
	const mean = rounded(years.reduce((sum, { value }) => sum + value!, 0) / 3);
	return { from: first.period, to: last.period, mean };
}

/** The latest value of a line that is a number. */
export const latestOf = ({ values }: Pick<ViewLine, 'values'>): SeriesValue | undefined =>
	values.findLast((one) => one?.value != null);

/**
 * What a page shows of a series: the place beside those it can be compared with, and whether its numbers are small.
 * @param population inhabitants of the place, for numbers per inhabitant; null when not known
 */
export function viewSeries(series: Series, population: number | null): SeriesView {
	const own = series.lines.find(({ relation }) => relation === 'own');
	const first = own ?? series.lines[0];
	const all = series.lines.flatMap(({ values }) => values.map(({ period }) => period));
	const periods = [...new Set(own ? own.values.map(({ period }) => period) : all)].sort(comparePeriods);
	const leading = first ? [lineIn(periods)(first)] : [];
	const lines = [...leading, ...besides(series, periods)].slice(0, 4);
	const latest = leading[0] && latestOf(leading[0]);
	const small = isSmall(latest?.value ?? null, series.unit, population);
	const others = series.lines
		.filter((line) => line !== first && ['similar', 'below'].includes(line.relation))
		.flatMap(({ place, relation, values }) => {
			const value = values.findLast((one) => one.value !== null);
			return value ? [{ name: place.name, relation, value }] : [];
		});
	return {
		...{ periods, lines, others, small },
		threeYears: small && leading[0] ? threeYearsOf(leading[0].values) : null,
		limits: lines.some(({ values }) => values.some((one) => one?.low != null))
	};
}
