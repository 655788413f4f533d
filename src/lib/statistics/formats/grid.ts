import { readPeriod } from '../period.ts';
import { readValue } from '../read-value.ts';
import { cleanText } from '../table.ts';

export type Cell = string | number | boolean | null;

/** Rows of cells, as a sheet or a text file holds them. */
export interface Grid {
	/** The sheet's name; empty for a text file. */
	name: string;
	rows: Cell[][];
	/** Sheets leave a cell empty where it repeats the one above. */
	repeats: boolean;
}

/** Where the parts of a grid are. */
export interface GridLayout {
	/** The texts before the header: the first is the title. */
	titles: string[];
	/** Empty when the file has no header. */
	header: string[];
	/** Index of the first row with values. */
	dataStart: number;
	columns: number;
}

/** Whether nothing stands in a cell. */
export const isBlank = (cell: Cell | undefined): boolean =>
	cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A cell as clean text. */
export const cellText = (cell: Cell | undefined): string =>
	cell === null || cell === undefined ? '' : cleanText(String(cell));

/** Whether a cell holds a number or a mark for a missing one, rather than a year or a code. */
function isValue(cell: Cell | undefined): boolean {
	if (isBlank(cell) || typeof cell === 'boolean') return false;
	const read = readValue(cell as string | number);
	return read !== undefined && !readPeriod(cell as string | number) && !/^0\d+$/.test(String(cell).trim());
}

const isHeaderLike = (row: readonly Cell[]): boolean => {
	const held = row.flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
	return held.length > 1 || (held.length === 1 && held[0]! > 0);
};

/** Whether a row of the data begins here: it has a value, and it is no row of years above them. */
function isDataRow(row: readonly Cell[], before: readonly Cell[] | undefined): boolean {
	if (row.some(isValue)) return true;
	const numbers = row.filter((cell) => !isBlank(cell) && readValue(cell as string) !== undefined);
	return numbers.length > 0 && before !== undefined && isHeaderLike(before) && row.length > 1;
}

/**
 * Finds the title rows, the header and the first row of values. The header is the first row above the values with more
 * than a text in its first column; what stands between it and the values is left out.
 */
export function layoutOf({ rows }: Grid): GridLayout {
	const filled = rows.slice(0, 60);
	const dataStart = filled.findIndex((row, index) => isDataRow(row, filled[index - 1]));
	const above = filled.slice(0, Math.max(dataStart, 0));
	const headerAt = above.findIndex(isHeaderLike);
	const titleRows = headerAt < 0 ? above : above.slice(0, headerAt);
	return {
		titles: titleRows.flatMap((row) => row.filter((cell) => !isBlank(cell)).map(cellText)),
		header: headerAt < 0 ? [] : above[headerAt]!.map(cellText),
		dataStart,
		columns: Math.max(0, ...rows.slice(0, 200).map((row) => row.length))
	};
}
