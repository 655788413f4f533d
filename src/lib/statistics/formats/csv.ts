import Papa from 'papaparse';
import { mostColumns, mostRows } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';
import { buildTable, filled, type StatisticsTable } from '../table.ts';
import type { ColumnRole } from './grid-columns.ts';
import type { Grid } from './grid.ts';
import { addGrid } from './read-grid.ts';

/** What parts the cells: the one of semicolon, tab and comma that the first lines hold most evenly. */
export function delimiterOf(text: string): ';' | '\t' | ',' {
	const lines = text
		.slice(0, 20_000)
		.replace(/"[^"]*"/g, '')
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim() !== '')
		.slice(0, 20);
	const score = (mark: string) => {
		const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0);
		const even = counts.filter((count) => count === counts.at(-1)).length;
		return counts.length === 0 ? 0 : even * 10 + Math.min(...counts);
	};
	const marks = [';', '\t', ','] as const;
	return marks.reduce((best, mark) => (score(mark) > score(best) ? mark : best), ';');
}

/**
 * The rows of a text file.
 * @throws ReadFailure `too-many-rows`, `no-columns`
 */
export function gridOfText(text: string): Grid {
	const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
		delimiter: delimiterOf(text),
		preview: mostRows + 1,
		skipEmptyLines: 'greedy'
	});
	if (data.length > mostRows) throw new ReadFailure('too-many-rows', String(mostRows));
	const widest = data.reduce((most, row) => Math.max(most, row.length), 0);
	if (widest > mostColumns) throw new ReadFailure('too-many-cells', String(widest));
	if (widest < 2) throw new ReadFailure('no-columns');
	return { name: '', rows: data, repeats: false };
}

/**
 * A text file with columns as a table: semicolons, tabs or commas, with a header or without.
 * @throws ReadFailure `too-many-rows`, `too-many-cells`, `no-columns`, `no-values`
 */
export function readCsv(text: string, chosen?: Readonly<Record<number, ColumnRole>>): StatisticsTable {
	const builder = buildTable('csv');
	addGrid(gridOfText(text), builder, chosen);
	return filled(builder);
}
