import { ReadFailure } from '../read-failure.ts';
import { buildTable, filled, type StatisticsTable } from '../table.ts';
import type { ColumnRole } from './grid-columns.ts';
import { isBlank, type Grid } from './grid.ts';
import { addGrid } from './read-grid.ts';

/**
 * The sheets of a workbook that hold values, as one table; sheets of words only are passed over.
 * @throws ReadFailure `no-values`, `too-many-cells`
 */
export function readSheets(
	sheets: readonly Grid[],
	chosen?: Readonly<Record<number, ColumnRole>>
): StatisticsTable {
	const builder = buildTable('sheet');
	for (const sheet of sheets.filter(({ rows }) => rows.some((row) => !row.every(isBlank)))) {
		try {
			addGrid(sheet, builder, chosen);
		} catch (problem) {
			if (!(problem instanceof ReadFailure) || problem.code !== 'no-values') throw problem;
			builder.note(`Bladet ${sheet.name} har inga värden.`);
		}
	}
	return filled(builder);
}
