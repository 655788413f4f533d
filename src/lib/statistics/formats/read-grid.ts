import { readPeriod } from '../period.ts';
import { ReadFailure } from '../read-failure.ts';
import { readValue } from '../read-value.ts';
import { cleanText, type TableBuilder } from '../table.ts';
import { splitAreaLabel } from './cube.ts';
import { columnsOf, type Column, type ColumnRole } from './grid-columns.ts';
import { cellText, isBlank, layoutOf, type Cell, type Grid, type GridLayout } from './grid.ts';

/** A grid with what was found out about its columns, to show and to mend. */
export interface MappedGrid {
	layout: GridLayout;
	columns: Column[];
}

/** What a file without a header is known to hold, by the kinds of its columns: Brå's list of municipalities of 2021. */
function withKnownTitles(columns: Column[], { header }: GridLayout): Column[] {
	const roles = columns.map(({ role }) => role).join();
	if (header.length > 0 || roles !== 'name,value,value') return columns;
	const titles = ['Antal', 'Per 100 000 inv.'];
	const units = ['antal', 'per 100 000 invånare'];
	return columns.map((column, place) =>
		place === 0 ? column : { ...column, title: titles[place - 1]!, unit: units[place - 1]! }
	);
}

/** Finds the header and what the columns of a grid stand for. */
export function mapGrid(grid: Grid, chosen?: Readonly<Record<number, ColumnRole>>): MappedGrid {
	const layout = layoutOf(grid);
	return { layout, columns: withKnownTitles(columnsOf(grid, layout, chosen), layout) };
}

interface Reading {
	grid: Grid;
	columns: Column[];
	/** Goes before what the columns measure. */
	title: string;
	builder: TableBuilder;
	/** What stands above in columns that repeat; cells by column. */
	held: Map<number, Cell>;
}

const repeating: readonly ColumnRole[] = ['code', 'name', 'period', 'part', 'unit'];

function cellAt(row: readonly Cell[], place: number, { grid, columns, held }: Reading): Cell {
	const cell = row[place] ?? null;
	if (!grid.repeats || !repeating.includes(columns[place]!.role)) return cell;
	if (isBlank(cell)) return held.get(place) ?? null;
	held.set(place, cell);
	return cell;
}

/** `Källa:` and `Senaste uppdatering:` stand below the values, their answers in the next row. */
function readFooter(rows: readonly Cell[][], { table, note }: TableBuilder): void {
	const texts = rows.map((row) => cellText(row.find((cell) => !isBlank(cell)))).filter((text) => text !== '');
	texts.forEach((text, index) => {
		const named = /^(källa|source|senaste uppdatering|latest update)\s*:\s*(.*)$/i.exec(text);
		const answer = named && (named[2] || texts[index + 1] || '').trim();
		if (named && /^(k|so)/i.test(named[1]!)) table.source ||= cleanText(answer!);
		else if (named) table.updated ||= cleanText(answer!);
		else if (text.length > 60) note(text);
	});
}

interface RowKeys {
	area: number;
	period: string;
	preliminary: boolean;
	parts: [string, string][];
	unit: string;
	low: number | null;
	high: number | null;
}

const limitAt = (cells: readonly Cell[], columns: readonly Column[], role: 'low' | 'high'): number | null =>
	readValue(cells[columns.findIndex((column) => column.role === role)] as string)?.value ?? null;

/** Where and when a row is; undefined with a problem noted when it does not say. */
function keysOf(cells: readonly Cell[], row: number, { columns, builder }: Reading): RowKeys | undefined {
	const textOf = (role: ColumnRole) => cellText(cells[columns.findIndex((column) => column.role === role)]);
	const hasRole = (role: ColumnRole) => columns.some((column) => column.role === role);
	const [written, name] = [textOf('code'), textOf('name')];
	if ((hasRole('code') || hasRole('name')) && written === '' && name === '') {
		builder.problem({ row, at: '', code: 'no-area', text: cellText(cells.find((cell) => !isBlank(cell))) });
		return undefined;
	}
	const period = readPeriod(textOf('period'));
	if (hasRole('period') && !period) {
		builder.problem({ row, at: '', code: 'not-period', text: textOf('period') });
		return undefined;
	}
	const [code, label] = splitAreaLabel({ code: '', label: written || name });
	const isNamed = hasRole('code') || hasRole('name');
	const byCode = written !== '' ? [code || written, name] : [code, code === '' ? name : label];
	return {
		area: isNamed ? builder.area(byCode[0]!.replace(/_(DeSO|RegSO)\d{4}$/i, ''), byCode[1]!) : -1,
		period: period?.period ?? '',
		preliminary: Boolean(period?.preliminary) || /^(1|true|ja|p|prel.*)$/i.test(textOf('preliminary')),
		parts: columns.flatMap(({ role, title }, place): [string, string][] =>
			role === 'part' ? [[title, cellText(cells[place])]] : []
		),
		unit: textOf('unit'),
		...{ low: limitAt(cells, columns, 'low'), high: limitAt(cells, columns, 'high') }
	};
}

function addRow(cells: readonly Cell[], row: number, reading: Reading): void {
	const { columns, builder, title } = reading;
	const keys = keysOf(cells, row, reading);
	if (!keys) return;
	columns.forEach((column, place) => {
		if (column.role !== 'value') return;
		const cell = cells[place] ?? null;
		const read = readValue(cell);
		if (!read) {
			builder.problem({ row, at: column.title, code: 'not-number', text: cellText(cell) });
			return;
		}
		if (read.missing === 'empty' && column.period !== '' && keys.parts.length === 0 && isBlank(cell)) return;
		builder.add({
			...{ area: keys.area, period: column.period || keys.period, value: read.value, missing: read.missing },
			...{ preliminary: read.preliminary || keys.preliminary, low: keys.low, high: keys.high, row },
			head: builder.head({
				title: [title, column.title].filter((text) => text !== '').join(': '),
				parts: keys.parts,
				unit: keys.unit || column.unit
			})
		});
	});
}

const isFooterRow = (row: readonly Cell[], columns: readonly Column[]): boolean =>
	!row.some((cell, place) => columns[place]?.role === 'value' && !isBlank(cell)) &&
	row.filter((cell) => !isBlank(cell)).length <= 1;

/**
 * Adds what a grid holds to a table.
 * @throws ReadFailure `no-values` when no column holds values
 */
export function addGrid(
	grid: Grid,
	builder: TableBuilder,
	chosen?: Readonly<Record<number, ColumnRole>>
): void {
	const { layout, columns } = mapGrid(grid, chosen);
	if (layout.dataStart < 0 || !columns.some(({ role }) => role === 'value'))
		throw new ReadFailure('no-values', grid.name);
	const [title = ''] = layout.titles;
	builder.table.title ||= title;
	if (builder.table.columns.length === 0)
		builder.table.columns = columns.map((column, place) => ({
			title: layout.header[place] || column.title,
			role: column.role
		}));
	for (const text of layout.titles.slice(1)) builder.note(text);
	const reading: Reading = { grid, columns, title, builder, held: new Map() };
	const data = grid.rows.slice(layout.dataStart);
	const last = data.findLastIndex((row) => !isFooterRow(row, columns));
	data.slice(0, last + 1).forEach((row, index) => {
		if (row.every(isBlank)) return;
		const cells = columns.map((_, place) => cellAt(row, place, reading));
		addRow(cells, layout.dataStart + index + 1, reading);
	});
	readFooter(data.slice(last + 1), builder);
}
