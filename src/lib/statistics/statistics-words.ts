import { formatDecimal } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { ColumnRole } from './formats/grid-columns.ts';
import type { MethodNote } from './method-notes.ts';
import type { Missing } from './read-value.ts';
import type { SeriesValue } from './series.ts';
import type { RowProblem, StatisticsFormat } from './table.ts';

/** The formats' names. */
export const formatNames: Record<StatisticsFormat, () => string> = {
	csv: m.statistics_format_csv,
	sheet: m.statistics_format_sheet,
	'bra-workbook': m.statistics_format_bra,
	'json-stat': m.statistics_format_json_stat,
	px: m.statistics_format_px,
	'pxweb-json': m.statistics_format_pxweb,
	'kolada-json': m.statistics_format_kolada_json,
	'kolada-csv': m.statistics_format_kolada_csv
};

/** Why there is no value. */
export const missingWords: Record<Missing, () => string> = {
	'not-available': m.statistics_missing_available,
	'not-applicable': m.statistics_missing_applicable,
	nothing: m.statistics_missing_nothing,
	suppressed: m.statistics_missing_suppressed,
	empty: m.statistics_missing_empty
};

/** What always has to be said beside some numbers. */
export const noteWords: Record<MethodNote, () => string> = {
	'reported-crimes': m.statistics_note_crimes,
	preliminary: m.statistics_note_preliminary,
	'may-be-revised': m.statistics_note_revised,
	survey: m.statistics_note_survey,
	'two-years': m.statistics_note_two_years,
	'persons-not-added': m.statistics_note_persons,
	'small-population': m.statistics_note_population
};

/** What a column stands for. */
export const roleWords: Record<ColumnRole, () => string> = {
	code: m.statistics_role_code,
	name: m.statistics_role_name,
	period: m.statistics_role_period,
	value: m.statistics_role_value,
	low: m.statistics_role_low,
	high: m.statistics_role_high,
	preliminary: m.statistics_role_preliminary,
	unit: m.statistics_role_unit,
	part: m.statistics_role_part,
	ignored: m.statistics_role_ignored
};

const problemSentences: Record<
	RowProblem['code'],
	(inputs: { row: number; at: string; text: string }) => string
> = {
	'not-number': m.statistics_problem_number,
	'not-period': m.statistics_problem_period,
	'no-area': m.statistics_problem_area,
	'short-row': m.statistics_problem_short,
	twice: m.statistics_problem_twice,
	'no-limits': m.statistics_problem_limits
};

/** What was not understood in a row, and what was done about it. */
export const problemInWords = ({ row, at, code, text }: RowProblem): string =>
	problemSentences[code]({ row, text, at: at === '' ? '' : m.statistics_at({ at }) });

/** A number with as many decimals as it can bear. */
export function numberInWords(value: number, language: Language): string {
	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 2;
	return formatDecimal(Number.isInteger(value) ? value : Number(value.toFixed(digits)), language);
}

const unitNames: Partial<Record<Language, Record<string, string>>> = {
	en: {
		antal: 'count',
		'per 100 000 invånare': 'per 100,000 inhabitants',
		'per 1 000 invånare': 'per 1,000 inhabitants'
	}
};

/** The unit in the reader's language, as far as it is known. */
export const unitName = (unit: string, language: Language): string => unitNames[language]?.[unit] ?? unit;

/** `2017/2018` as `2017–2018`. */
export const periodName = (period: string): string => period.replace('/', '–');

/** A number with its unit, where the unit is short. */
export const withUnit = (value: number, unit: string, language: Language): string =>
	unit === '%' ? `${numberInWords(value, language)}\u00a0%` : numberInWords(value, language);

/** A value as a table shows it: with its limits, or why there is none. */
export function valueInWords(one: SeriesValue | undefined, unit: string, language: Language): string {
	if (!one) return '–';
	if (one.value === null) return missingWords[one.missing ?? 'not-available']();
	const value = withUnit(one.value, unit, language);
	const { low, high } = one;
	const written =
		low === null || high === null
			? value
			: m.statistics_value_limits({
					...{ value, low: numberInWords(low, language), high: numberInWords(high, language) }
				});
	return one.preliminary ? `${written} ${m.statistics_preliminary()}` : written;
}
