import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { mostColumns, mostRows, mostSheets, mostUnpackedBytes, mostUnpackedEntries } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';
import type { Cell, Grid } from './grid.ts';

interface Entry {
	name: string;
	method: number;
	packed: Uint8Array;
	told: number;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the list of entries of a packed file begins and how many there are. */
function directoryOf(bytes: Uint8Array): { at: number; entries: number } {
	const data = view(bytes);
	for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
		if (data.getUint32(at, true) === 0x06054b50)
			return { at: data.getUint32(at + 16, true), entries: data.getUint16(at + 10, true) };
	throw new ReadFailure('damaged-workbook');
}

function entriesOf(bytes: Uint8Array): Entry[] {
	const data = view(bytes);
	const directory = directoryOf(bytes);
	if (directory.entries > mostUnpackedEntries)
		throw new ReadFailure('unpacks-too-much', String(directory.entries));
	const entries: Entry[] = [];
	let { at } = directory;
	for (let number = 0; number < directory.entries; number++) {
		if (data.getUint32(at, true) !== 0x02014b50) throw new ReadFailure('damaged-workbook');
		const [flags, method] = [data.getUint16(at + 8, true), data.getUint16(at + 10, true)];
		if (flags & 1) throw new ReadFailure('locked-workbook');
		const [size, told] = [data.getUint32(at + 20, true), data.getUint32(at + 24, true)];
		const lengths = [28, 30, 32].map((offset) => data.getUint16(at + offset, true));
		const local = data.getUint32(at + 42, true);
		const begin = local + 30 + data.getUint16(local + 26, true) + data.getUint16(local + 28, true);
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + lengths[0]!));
		entries.push({ name, method, told, packed: bytes.subarray(begin, begin + size) });
		at += 46 + lengths[0]! + lengths[1]! + lengths[2]!;
	}
	return entries;
}

/** What an entry unpacks to, never more than `most` bytes, whatever it tells about itself. */
function unpacked({ method, packed, told }: Entry, most: number): Uint8Array {
	if (told > most) throw new ReadFailure('unpacks-too-much');
	if (method === 0) return packed;
	if (method !== 8) throw new ReadFailure('damaged-workbook');
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
	} catch (problem) {
		const isLarge = (problem as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
		throw new ReadFailure(isLarge ? 'unpacks-too-much' : 'damaged-workbook');
	}
}

/** How deep the elements of an XML text lie, and no further than is allowed. */
function isTooDeep(xml: string, most: number): boolean {
	let depth = 0;
	for (const [tag] of xml.matchAll(/<[/!?]?[A-Za-z][^<>]*>/g)) {
		if (tag[1] === '/') depth--;
		else if (tag[1] !== '!' && tag[1] !== '?' && !tag.endsWith('/>') && ++depth > most) return true;
	}
	return false;
}

const columnNumber = (letters: string): number =>
	[...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Refuses a sheet whose farthest cell would make a rectangle that does not fit, however few cells it holds. */
function checkSheet(xml: string): void {
	let [rows, columns] = [0, 0];
	for (const [, letters, row] of xml.matchAll(/\br="([A-Z]{1,3})(\d{1,7})"/g)) {
		rows = Math.max(rows, Number(row));
		columns = Math.max(columns, columnNumber(letters!));
	}
	for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b[^>]*\br="(\d{1,9})"/g))
		rows = Math.max(rows, Number(row));
	if (rows > mostRows) throw new ReadFailure('too-many-rows', String(rows));
	if (columns > mostColumns || rows * columns > 3_000_000)
		throw new ReadFailure('too-many-cells', `${rows} × ${columns}`);
}

/** Unpacks everything once within bounds, so that the reader of workbooks meets nothing that grows without end. */
function inspect(bytes: Uint8Array): void {
	let left = mostUnpackedBytes;
	const entries = entriesOf(bytes);
	if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw new ReadFailure('damaged-workbook');
	for (const entry of entries) {
		const content = unpacked(entry, left);
		left -= content.byteLength;
		if (!/\.(xml|rels|vml)$/i.test(entry.name)) continue;
		const xml = new TextDecoder().decode(content);
		if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new ReadFailure('foreign-entity', entry.name);
		if (isTooDeep(xml, 40)) throw new ReadFailure('damaged-workbook', entry.name);
		if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) checkSheet(xml);
	}
}

const cellOf = (cell: unknown): Cell => {
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
	return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
};

/**
 * The sheets of an Excel workbook (.xlsx) that are shown in it.
 * @throws ReadFailure `damaged-workbook`, `locked-workbook`, `unpacks-too-much`, `foreign-entity`, `too-many-cells`,
 * `too-many-rows`
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Grid[]> {
	try {
		inspect(bytes);
		const { sheets } = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden });
		if (sheets.length > mostSheets) throw new ReadFailure('too-many-cells', String(sheets.length));
		return sheets.map(({ name, rows }) => ({
			name,
			rows: rows.map((row) => row.map(cellOf)),
			repeats: true
		}));
	} catch (problem) {
		if (problem instanceof ReadFailure) throw problem;
		throw new ReadFailure('damaged-workbook');
	}
}
