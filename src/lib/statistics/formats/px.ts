import { mostCells } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';
import { buildTable, filled, type StatisticsTable } from '../table.ts';
import { addCube, countCells, roleByName, type Cube, type Dimension } from './cube.ts';
import { parsePx, type Keyword } from './px-keywords.ts';

/** Whether a text begins as PX files do. */
export const isPx = (text: string): boolean =>
	/^\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|MATRIX|SUBJECT-CODE|TITLE|DECIMALS)\b[^\n]{0,200}=/.test(
		text.slice(0, 400)
	) && /(^|\n)\s*(DATA|STUB|HEADING)\s*(\[|=)/.test(text);

/** The letters that a PX file says it is written with; undefined when it says nothing. */
export function pxCodepage(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000));
	const named = /(?:^|\n)\s*CODEPAGE\s*=\s*"([^"]{1,40})"/i.exec(head)?.[1];
	if (named === undefined) return /CHARSET\s*=\s*"ANSI"/i.test(head) ? 'windows-1252' : undefined;
	return /^\d+$/.test(named) ? `windows-${named}` : named;
}

type Find = (name: string, subject?: string) => string[];

/** Looks a keyword up in Swedish where the file has it, else in the file's own language. */
function finderOf(keywords: readonly Keyword[], language: string): Find {
	const key = (name: string, subject: string) => `${name}|${subject}`;
	const known = new Map<string, string[]>();
	for (const { name, language: own, subject, values } of keywords)
		if (own === language) known.set(key(name, subject[0] ?? ''), values);
	return (name, subject = '') => known.get(key(name, subject)) ?? [];
}

const swedishIn = (keywords: readonly Keyword[]): string => {
	const main = keywords.find(({ name }) => name === 'LANGUAGE')?.values[0];
	const hasSwedish = keywords.some(({ name, language }) => name === 'VALUES' && language === 'sv');
	return main !== 'sv' && hasSwedish ? 'sv' : '';
};

function roleOf(name: string, find: Find): Dimension['role'] {
	if (find('CONTVARIABLE')[0] === name) return 'metric';
	const kind = find('VARIABLE-TYPE', name)[0]?.toUpperCase();
	if (kind === 'T' || find('TIMEVAL', name).length > 0) return 'time';
	if (kind === 'G' || find('MAP', name).length > 0) return 'area';
	return roleByName(name, find('VARIABLECODE', name)[0] ?? '');
}

function dimensionOf(name: string, find: Find): Dimension {
	const labels = find('VALUES', name);
	const codes = find('CODES', name);
	const timeval = find('TIMEVAL', name).slice(1);
	if (codes.length > 0 && codes.length !== labels.length && labels.length > 0)
		throw new ReadFailure('sizes-differ', name);
	const shown = labels.length > 0 ? labels : codes.length > 0 ? codes : timeval;
	if (shown.length === 0) throw new ReadFailure('sizes-differ', name);
	const unitOf = (label: string) => find('UNITS', label)[0] ?? '';
	return {
		...{ name, role: roleOf(name, find) },
		categories: shown.map((label, index) => ({ code: codes[index] ?? label, label, unit: unitOf(label) }))
	};
}

/** The cells: numbers and quoted marks between blanks. */
function cellsOf(data: string, wanted: number): string[] {
	const cells: string[] = [];
	for (const [cell] of data.matchAll(/"[^"]*"|[^\s",;]+/g)) {
		if (cells.push(cell.replaceAll('"', '')) > mostCells) break;
	}
	if (cells.length !== wanted) throw new ReadFailure('sizes-differ', `DATA ${cells.length}/${wanted}`);
	return cells;
}

/** `DATASYMBOL1=".."` and `DATASYMBOLNIL="-"` give the marks in DATA other words; the marks themselves stay. */
function symbolNotes(keywords: readonly Keyword[]): string[] {
	return keywords
		.filter(({ name }) => /^DATASYMBOL/.test(name))
		.map(({ name, values }) => `${values.join(' ')}: ${name.replace('DATASYMBOL', '').toLowerCase()}`);
}

function cubeOf(find: Find, data: string): Cube {
	const own = [...find('STUB'), ...find('HEADING')];
	if (own.length === 0 || data.trim() === '') throw new ReadFailure('only-metadata');
	const dimensions = own.map((name) => dimensionOf(name, find));
	const cells = cellsOf(data, countCells(dimensions.map(({ categories }) => categories.length)));
	return {
		...{ title: find('CONTENTS')[0] ?? '', unit: find('UNITS')[0] ?? '', dimensions },
		cell: (index) => cells[index]!.replace(/^\.{3,6}$/, '..'),
		status: () => ''
	};
}

/**
 * A PC-Axis file as a table, in Swedish where the file speaks it. Keys (the KEYS form of sparse tables) are not read.
 * @throws ReadFailure `broken`, `only-metadata`, `sizes-differ`, `too-many-cells`, `no-values`
 */
export function readPx(text: string): StatisticsTable {
	const { keywords, data } = parsePx(text.replace(/^\ufeff/, ''));
	if (keywords.some(({ name }) => name === 'KEYS')) throw new ReadFailure('sizes-differ', 'KEYS');
	const language = swedishIn(keywords);
	const [find, plain] = [finderOf(keywords, language), finderOf(keywords, '')];
	const either: Find = (name, subject) => {
		const found = find(name, subject);
		return found.length > 0 ? found : plain(name, subject);
	};
	const builder = buildTable('px', either('TITLE')[0] ?? either('DESCRIPTION')[0] ?? '');
	builder.table.source = either('SOURCE')[0] ?? '';
	builder.table.updated = either('LAST-UPDATED')[0] ?? '';
	addCube(cubeOf(either, data), builder);
	for (const { name, language: own, values } of keywords)
		if (/^(NOTE|VALUENOTE|CELLNOTE)X?$/.test(name) && own === language)
			builder.note(values.join(' ').replaceAll('#', ' '));
	for (const note of symbolNotes(keywords)) builder.note(note);
	return filled(builder);
}
