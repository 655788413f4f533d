type Cell = string | number | null;

/** What a spreadsheet would take for a formula when a cell begins with it, also the full-width forms. */
const formula = /^[\s\u00a0\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function written(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = formula.test(cell) ? `'${cell}` : cell;
	return /[";,\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as a CSV file that Swedish spreadsheets open as it is: UTF-8 with a mark, semicolons, CRLF. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
	`\ufeff${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`;
