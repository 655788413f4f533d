import { formatDecimal } from '#lib/format/number.ts';
import { formatDay } from '#lib/format/date.ts';
import { seriesName, type Relation, type Series, type SeriesValue } from '#lib/statistics/series.ts';
import type { Evidence } from './evidence.ts';
import { otherWays } from './selection.ts';

/** One line of a series as evidence keeps it. */
export interface FrozenLine {
	name: string;
	relation: Relation;
	values: Pick<SeriesValue, 'period' | 'value' | 'preliminary'>[];
}

/** A stretch of a series as evidence keeps it: the values, what they are compared with, and what the source says. */
export interface FrozenSeries extends Record<string, unknown> {
	series: { id: string; title: string; unit: string; version: number };
	/** The place first; others only where numbers can be held against each other. */
	lines: FrozenLine[];
	/** By how much it has become worse from the first value to the last, as a share; null when nobody can say. */
	worse: number | null;
	notes: string[];
}

const tells = (title: string): boolean => /trygg|förtroende|nöjd|upplever att polisen|deltag/i.test(title);
/** Counts cannot be held against those of a larger place. */
const isRate = (unit: string): boolean => unit !== '' && !/^(antal|number|count)/i.test(unit);
const compared: readonly Relation[] = ['own', 'county', 'country'];

const yearOf = (period: string): number => Number(period.slice(0, 4));
const rounded = (value: number): string => formatDecimal(Math.round(value * 10) / 10, 'sv');
const withUnit = (value: number, unit: string): string =>
	unit === '%' ? `${rounded(value)}\u00a0%` : [rounded(value), unit].filter(Boolean).join('\u00a0');

/** By how much a number has become worse, as a share of the first; what people feel good about is worse when it falls. */
export function worseBy(title: string, first: number, last: number): number | null {
	if (first === 0) return null;
	const change = (last - first) / Math.abs(first);
	return tells(title) ? -change : change;
}

/** The years before a picture's period that show where a number comes from. */
const yearsBefore = 5;

/** The part of a series that a picture of a period needs: that period and some years before it. */
function cutTo(values: readonly SeriesValue[], from: string, to: string): FrozenLine['values'] {
	return values
		.filter(({ period }) => yearOf(period) >= yearOf(from) - yearsBefore && yearOf(period) <= yearOf(to))
		.map(({ period, value, preliminary }) => ({ period, value, preliminary }));
}

function notesOf({ versions, notes }: Series): string[] {
	const [latest] = versions;
	const source = latest
		? [`Källa: ${latest.source}, hämtad ${formatDay(latest.retrievedOn, 'sv')}.`, latest.licence]
		: [];
	return [...source.filter(Boolean), ...notes];
}

/** Evidence of a series, without what is stored with every evidence. */
export type SeriesEvidence = Pick<Evidence, 'statement' | 'figure' | 'n' | 'day' | 'source' | 'selection'> & {
	frozen: FrozenSeries;
};

/**
 * A series as evidence for a picture of a period: its latest value there and the first one, and how it has moved.
 * @returns undefined when the place has no value in the period
 */
export function seriesEvidence(
	series: Series,
	{ from, to }: { from: string; to: string }
): SeriesEvidence | undefined {
	const { id, unit, version } = series;
	const lines = series.lines
		.filter(({ relation }) => relation === 'own' || (isRate(unit) && compared.includes(relation)))
		.map(({ place, relation, values }): FrozenLine => ({
			name: place.name,
			relation,
			values: cutTo(values, from, to)
		}))
		.filter(({ values }) => values.some(({ value }) => value !== null));
	const own = lines.find(({ relation }) => relation === 'own');
	const known = own?.values.filter(({ value }) => value !== null) ?? [];
	const [first] = known;
	const last = known.at(-1);
	if (!first || !last) return undefined;
	const name = seriesName(series);
	const figure = withUnit(last.value!, unit);
	const since = first === last ? '' : ` (${first.period}: ${withUnit(first.value!, unit)})`;
	const [latest] = series.versions;
	return {
		statement: `${name}: ${figure} ${last.period}${since}`,
		figure,
		n: null,
		day: `${String(yearOf(last.period))}-12-31`,
		source: latest ? `Källa: ${latest.source}` : name,
		selection: otherWays.statistics,
		frozen: {
			series: { id, title: name, unit, version },
			lines,
			worse: first === last ? null : worseBy(series.title, first.value!, last.value!),
			notes: notesOf(series)
		}
	};
}
