import { ImportFailure } from '../questionnaire/import/import-failure.ts';
import { decodeText } from '../questionnaire/import/decode-text.ts';
import { isBraWorkbook, readBraWorkbook } from './formats/bra-xlsx.ts';
import { readCsv } from './formats/csv.ts';
import type { ColumnRole } from './formats/grid-columns.ts';
import { isJsonStat, readJsonStat } from './formats/json-stat.ts';
import { isObject, parseJson } from './formats/json.ts';
import { isKoladaCsv, readKoladaCsv } from './formats/kolada-csv.ts';
import { isKoladaJson, readKoladaJson } from './formats/kolada-json.ts';
import { openWorkbook } from './formats/open-workbook.ts';
import { isPx, pxCodepage, readPx } from './formats/px.ts';
import { isPxWebJson, readPxWebJson } from './formats/pxweb-json.ts';
import { readSheets } from './formats/xlsx-sheet.ts';
import { mostFileBytes } from './limits.ts';
import { shownAs } from './no-table.ts';
import { ReadFailure, type FailureCode } from './read-failure.ts';
import type { StatisticsTable } from './table.ts';

/** What somebody has said about the columns of a file, by their number from 0. */
export type ChosenColumns = Readonly<Record<number, ColumnRole>>;

const beginsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
	signature.every((byte, index) => bytes[index] === byte);

const textFailures: Partial<Record<string, FailureCode>> = {
	'not-text': 'not-text',
	packed: 'packed',
	encoding: 'encoding',
	empty: 'empty',
	'too-large': 'too-large'
};

/** The text of a file: UTF-8, UTF-16, the code page a PX file names, else windows-1252 as a guess. */
function textOf(bytes: Uint8Array): { text: string; guessed: boolean } {
	try {
		const decoded = decodeText(bytes);
		const codepage = decoded.guessed ? pxCodepage(bytes) : undefined;
		if (codepage === undefined) return decoded;
		try {
			return { text: new TextDecoder(codepage, { fatal: true }).decode(bytes), guessed: false };
		} catch {
			throw new ReadFailure('encoding', codepage);
		}
	} catch (failure) {
		if (!(failure instanceof ImportFailure)) throw failure;
		throw new ReadFailure(textFailures[failure.code] ?? 'broken', failure.at);
	}
}

function readJson(text: string): StatisticsTable {
	const content = parseJson(text);
	if (!isObject(content)) throw new ReadFailure('unknown-format');
	if (isJsonStat(content)) return readJsonStat(content);
	if (isPxWebJson(content)) return readPxWebJson(content);
	if (isKoladaJson(content)) return readKoladaJson(content);
	const describing = ['tables', 'query', 'apiVersion', 'valueMap', 'variables'].some(
		(name) => name in content
	);
	throw new ReadFailure(describing || Array.isArray(content.values) ? 'only-metadata' : 'unknown-format');
}

function readText(text: string, chosen: ChosenColumns | undefined): StatisticsTable {
	const begins = text.replace(/^\ufeff/, '').trimStart()[0];
	if (begins === '{' || begins === '[') return readJson(text);
	if (begins === '<') throw new ReadFailure('unknown-format');
	if (isPx(text)) return readPx(text);
	return isKoladaCsv(text) ? readKoladaCsv(text) : readCsv(text, chosen);
}

/**
 * Reads an uploaded file of statistics by what is in it, whatever it is called. Nothing is stored.
 * @param chosen what somebody has said about columns; for text files and sheets only
 * @throws ReadFailure when nothing of it can be read
 */
export async function readStatistics(bytes: Uint8Array, chosen?: ChosenColumns): Promise<StatisticsTable> {
	if (bytes.byteLength > mostFileBytes) throw new ReadFailure('too-large');
	if (bytes.byteLength === 0) throw new ReadFailure('empty');
	if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new ReadFailure('locked-workbook');
	if (beginsWith(bytes, 0x50, 0x4b)) {
		const sheets = await openWorkbook(bytes);
		return isBraWorkbook(sheets) ? readBraWorkbook(sheets) : readSheets(sheets, chosen);
	}
	const shown = shownAs(bytes);
	if (shown) throw new ReadFailure(shown);
	const { text, guessed } = textOf(bytes);
	return { ...readText(text, chosen), guessedLetters: guessed };
}
