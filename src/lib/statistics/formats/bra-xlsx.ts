import { readPeriod } from '../period.ts';
import { readValue } from '../read-value.ts';
import { buildTable, filled, type StatisticsTable, type TableBuilder } from '../table.ts';
import { unitOf } from './grid-columns.ts';
import { cellText, isBlank, type Cell, type Grid } from './grid.ts';

const isSurvey = ({ rows }: Grid): boolean =>
	rows.slice(0, 6).some((row) => row.some((cell) => /^KI\s+(undre|övre)/i.test(cellText(cell))));

const isCrime = ({ rows }: Grid): boolean =>
	rows
		.slice(0, 4)
		.some((row) => row.some((cell) => /^Antal (per 100 000 )?(19|20)\d{2}/i.test(cellText(cell))));

/** Whether a workbook is Brå's indicators for one municipality: sheets of reported crimes, sheets of its survey. */
export const isBraWorkbook = (sheets: readonly Grid[]): boolean =>
	sheets.some(isSurvey) || sheets.filter(isCrime).length > 1;

const titleOf = ({ rows, name }: Grid): string => cellText(rows[0]?.find((cell) => !isBlank(cell))) || name;

/** A sheet of reported crimes: a title, a header with a year in each name, then municipality, county and country. */
function addCrimes(sheet: Grid, builder: TableBuilder): void {
	const { rows, name } = sheet;
	const title = titleOf(sheet);
	const headerAt = rows.findIndex((row) => row.some((cell) => /^Antal .*(19|20)\d{2}/i.test(cellText(cell))));
	const columns = (rows[headerAt] ?? []).map((cell) => {
		const text = cellText(cell);
		return { unit: unitOf(text), period: readPeriod(/((?:19|20)\d{2}.*)$/.exec(text)?.[1]) };
	});
	rows.slice(headerAt + 1).forEach((row, index) => {
		const number = headerAt + index + 2;
		const place = cellText(row[0]);
		const hasValues = row.slice(1).some((cell) => !isBlank(cell));
		if (place === '' && !hasValues) return;
		if (!hasValues) return builder.note(place);
		if (place === '') return builder.problem({ row: number, at: name, code: 'no-area', text: '' });
		const area = builder.area('', place);
		columns.forEach(({ unit, period }, column) => {
			if (column === 0 || !period || unit === '') return;
			const read = readValue(row[column]);
			if (!read) builder.problem({ row: number, at: name, code: 'not-number', text: cellText(row[column]) });
			else
				builder.add({
					...{ area, period: period.period, row: number, ...read },
					preliminary: read.preliminary || period.preliminary,
					head: builder.head({ title, parts: [], unit })
				});
		});
	});
}

interface SurveyColumn {
	area: number;
	share: number;
	low: number;
	high: number;
}

/** The three columns of each geography; its name stands over the first of them. */
function surveyColumns(
	geography: readonly Cell[],
	header: readonly Cell[],
	builder: TableBuilder
): SurveyColumn[] {
	const shares = header.flatMap((cell, column) => (/^andel/i.test(cellText(cell)) ? [column] : []));
	return shares.flatMap((share, index) => {
		const end = shares[index + 1] ?? header.length;
		const within = (pattern: RegExp) =>
			header.findIndex((cell, column) => column > share && column < end && pattern.test(cellText(cell)));
		const named = geography.slice(index === 0 ? 0 : shares[index - 1]! + 1, end);
		const name = cellText(named.findLast((cell) => !isBlank(cell)));
		if (name === '') return [];
		const area = builder.area('', name);
		return [{ area, share, low: within(/^KI\s+undre/i), high: within(/^KI\s+övre/i) }];
	});
}

/** A sheet of the survey: a title, a row of geographies, a header of share and limits for each, then a row a year. */
function addSurvey(sheet: Grid, builder: TableBuilder): void {
	const { rows, name } = sheet;
	const headerAt = rows.findIndex((row) => row.some((cell) => /^KI\s+undre/i.test(cellText(cell))));
	const columns = surveyColumns(rows[headerAt - 1] ?? [], rows[headerAt] ?? [], builder);
	const head = builder.head({ title: titleOf(sheet), parts: [], unit: '%' });
	rows.slice(headerAt + 1).forEach((row, index) => {
		const number = headerAt + index + 2;
		if (row.every(isBlank)) return;
		const period = readPeriod(row[0] as string | number);
		if (!period) {
			if (row.slice(1).every(isBlank)) builder.note(cellText(row[0]));
			else builder.problem({ row: number, at: name, code: 'not-period', text: cellText(row[0]) });
			return;
		}
		for (const { area, share, low, high } of columns) {
			const read = readValue(row[share]);
			if (!read) {
				builder.problem({ row: number, at: name, code: 'not-number', text: cellText(row[share]) });
				continue;
			}
			const limits = [low, high].map((column) =>
				column < 0 ? null : (readValue(row[column])?.value ?? null)
			);
			const [lower = null, upper = null] = limits;
			const hasLimits = lower !== null && upper !== null;
			if (read.value !== null && !hasLimits)
				builder.problem({ row: number, at: name, code: 'no-limits', text: period.period });
			const within = read.value !== null && hasLimits ? { low: lower, high: upper } : {};
			builder.add({ area, head, period: period.period, row: number, ...read, ...within });
		}
	});
}

/**
 * Brå's workbook "Indikatorer för kommuners lägesbild" for one municipality.
 * @throws ReadFailure `no-values`, `too-many-cells`
 */
export function readBraWorkbook(sheets: readonly Grid[]): StatisticsTable {
	const builder = buildTable('bra-workbook', 'Indikatorer för kommuners lägesbild');
	builder.table.source = 'Brå';
	for (const sheet of sheets) {
		if (isSurvey(sheet)) addSurvey(sheet, builder);
		else if (isCrime(sheet)) addCrimes(sheet, builder);
	}
	return filled(builder);
}
