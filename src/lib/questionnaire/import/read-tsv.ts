import Papa from 'papaparse';
import { ImportFailure } from './import-failure.ts';
import { mostRows } from './limits.ts';
import { buildTsvSurvey } from './tsv-survey.ts';
import type { Survey } from './survey.ts';

/** The kinds of rows that LimeSurvey writes. */
const classes = new Set(['S', 'SL', 'G', 'Q', 'SQ', 'A', 'C', 'AS', 'QTA', 'QTALS', 'QTAM', '']);

/** Texts from LimeSurvey 2 hold quotation marks as they are; later versions put such texts in quotation marks. */
function parsedRows(text: string, quoted: boolean): { rows: string[][]; sound: boolean } {
	const { data, errors } = Papa.parse<string[]>(text, {
		delimiter: '\t',
		skipEmptyLines: 'greedy',
		preview: mostRows + 1,
		// No text that comes here holds this character.
		...(!quoted && { quoteChar: '\0' })
	});
	return { rows: data, sound: errors.length === 0 };
}

const header = (rows: string[][]): string[] => (rows[0] ?? []).map((name) => name.trim().toLowerCase());

const classesAreKnown = (rows: string[][]): boolean => {
	const column = header(rows).indexOf('class');
	return rows.slice(1).every((row) => classes.has((row[column] ?? '').trim()));
};

/** A file that was cut off ends in a row that is shorter than all the others, or inside quotation marks. */
function isCutOff(rows: string[][]): boolean {
	const width = rows[0]?.length ?? 0;
	const last = rows.at(-1);
	return rows.length > 2 && last!.length < width && rows.slice(0, -1).every((row) => row.length === width);
}

function soundRows(text: string): string[][] {
	const quoted = parsedRows(text, true);
	if (quoted.sound) return quoted.rows;
	const plain = parsedRows(text, false);
	if (!classesAreKnown(plain.rows)) throw new ImportFailure('truncated');
	return plain.rows;
}

/** Whether the text begins like a survey structure in tab-separated columns. */
export function isTsvSurvey(text: string): boolean {
	const columns = header([text.slice(0, 20_000).split(/\r?\n/, 1)[0]!.replaceAll('"', '').split('\t')]);
	return ['class', 'type/scale', 'name', 'text'].every((name) => columns.includes(name));
}

/** A mark that keeps spreadsheets from taking a text for a formula is taken off again. */
const unmasked = (value: string): string => value.replace(/^'(?=[=+@-])/, '');

const namedCells = (row: string[], names: string[]): Map<string, string> =>
	new Map(
		row.flatMap((value, index) =>
			value.trim() !== '' && names[index] ? [[names[index], unmasked(value)]] : []
		)
	);

/**
 * The survey in a tab-separated survey structure of LimeSurvey, with or without quotation marks around texts.
 * @throws ImportFailure `truncated` or `too-many`.
 */
export function readTsv(text: string): Survey {
	const rows = soundRows(text);
	if (rows.length > mostRows) throw new ImportFailure('too-many');
	if (isCutOff(rows)) throw new ImportFailure('truncated');
	const names = header(rows);
	return buildTsvSurvey(rows.slice(1).map((row) => namedCells(row, names)));
}
