import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { ChartData, ChartLine } from '#lib/ui/chart-data.ts';
import { latestOf, type SeriesView, type ViewLine } from './series-view.ts';
import { periodName, unitName, withUnit } from './statistics-words.ts';

/** What a line is called. */
export const lineName = ({ relation, name, places }: ViewLine): string =>
	relation === 'similar' && places !== null ? m.statistics_similar_mean({ count: places }) : name;

function chartLine(line: ViewLine): ChartLine {
	const { values } = line;
	const drawn: ChartLine = { name: lineName(line), values: values.map((one) => one?.value ?? null) };
	if (values.some((one) => one?.low != null)) {
		drawn.low = values.map((one) => one?.low ?? null);
		drawn.high = values.map((one) => one?.high ?? null);
	}
	if (values.some((one) => one?.preliminary)) drawn.hollow = values.map((one) => one?.preliminary ?? false);
	return drawn;
}

interface Words {
	unit: string;
	language: Language;
}

/** The chart of a series: the place and what it is held against. */
export const chartOf = (view: SeriesView, { unit, language }: Words): ChartData => ({
	labels: view.periods.map(periodName),
	lines: view.lines.map(chartLine),
	unit: unitName(unit, language),
	language
});

/** What the chart says, in words: the latest value, the first one, and the latest of those beside it. */
export function sentenceOf(
	view: SeriesView,
	{ unit, language, placeName }: Words & { placeName: string }
): string {
	const [own, ...beside] = view.lines;
	const latest = own && latestOf(own);
	if (!latest) return m.statistics_sentence_none({ place: placeName });
	const spoken = ['%', 'antal'].includes(unit) ? '' : ` ${unitName(unit, language)}`;
	const written = (value: number) => `${withUnit(value, unit, language)}${spoken}`.trim();
	const said = { place: own.name, period: periodName(latest.period), value: written(latest.value!) };
	const first = own.values.find((one) => one?.value != null);
	const begins =
		first && first.period !== latest.period
			? m.statistics_sentence_since({
					...{ ...said, first: periodName(first.period), before: written(first.value!) }
				})
			: m.statistics_sentence_one(said);
	const others = beside.flatMap((line) => {
		const one = latestOf(line);
		if (!one) return [];
		const period = one.period === latest.period ? '' : periodName(one.period);
		const value = written(one.value!);
		return [m.statistics_sentence_beside({ name: lineName(line), period, value }).replace(' :', ':')];
	});
	return [begins, ...others].join(' ');
}
