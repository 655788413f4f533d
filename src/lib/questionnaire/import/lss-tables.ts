import { SaxesParser } from 'saxes';
import { ImportFailure } from './import-failure.ts';
import { deepestElement, mostRows } from './limits.ts';

/** A row of a table: values by column. */
export type Row = ReadonlyMap<string, string>;

/** The tables of a `.lss` file, which is a part of LimeSurvey's database written as XML. */
export interface LssTables {
	/** `Survey`; other values are exports of a single group or question. */
	documentType: string;
	languages: string[];
	/** The rows of a table; none when the file has no such table. */
	rows: (table: string) => readonly Row[];
}

/** Elements are told apart by their depth: document, table, rows, row, column. */
const depthOf = { table: 2, language: 3, row: 4, column: 5 } as const;

const chunkCharacters = 65_536;

/** The entities that every XML file has, in an object that answers to no other name. */
const entities: Record<string, string> = Object.assign(Object.create(null) as object, {
	amp: '&',
	gt: '>',
	lt: '<',
	quot: '"',
	apos: "'"
});

class TableCollector {
	readonly tables = new Map<string, Map<string, string>[]>();
	readonly languages: string[] = [];
	documentType = '';
	#path: string[] = [];
	#text = '';
	#row = new Map<string, string>();
	#rows = 0;

	open(name: string): void {
		if (this.#path.push(name) > deepestElement) throw new ImportFailure('too-deep');
		this.#text = '';
		if (this.#path.length === depthOf.row) this.#row = new Map();
	}

	add(text: string): void {
		this.#text += text;
	}

	close(): void {
		const depth = this.#path.length;
		const name = this.#path.pop()!;
		if (depth === depthOf.column) this.#row.set(name, this.#text);
		else if (depth === depthOf.row && name === 'row') this.#keepRow();
		else if (depth === depthOf.language && name === 'language') this.languages.push(this.#text.trim());
		else if (depth === depthOf.table && name === 'LimeSurveyDocType') this.documentType = this.#text.trim();
		this.#text = '';
	}

	#keepRow(): void {
		if (++this.#rows > mostRows) throw new ImportFailure('too-many');
		const table = this.#path[1]!;
		const rows = this.tables.get(table);
		if (rows) rows.push(this.#row);
		else this.tables.set(table, [this.#row]);
	}
}

/**
 * Reads a `.lss` file piece by piece. Entities of its own are never expanded: a file that declares any is refused.
 * @throws ImportFailure `doctype`, `too-deep`, `too-many`, `truncated` or `broken` with the line.
 */
export function readLssTables(xml: string): LssTables {
	const collector = new TableCollector();
	const parser = new SaxesParser();
	parser.ENTITIES = entities;
	let ending = false;
	parser.on('doctype', () => {
		throw new ImportFailure('doctype');
	});
	parser.on('opentag', ({ name }) => collector.open(name));
	parser.on('closetag', () => collector.close());
	parser.on('text', (text) => collector.add(text));
	parser.on('cdata', (text) => collector.add(text));
	parser.on('error', () => {
		throw new ImportFailure(ending ? 'truncated' : 'broken', String(parser.line));
	});
	for (let at = 0; at < xml.length; at += chunkCharacters) parser.write(xml.slice(at, at + chunkCharacters));
	ending = true;
	parser.close();
	const { tables, languages, documentType } = collector;
	return { documentType, languages, rows: (table) => tables.get(table) ?? [] };
}
