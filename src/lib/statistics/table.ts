import { mostAreas, mostCells, mostHeads, mostProblems, mostTextLength } from './limits.ts';
import type { ColumnRole } from './formats/grid-columns.ts';
import type { Missing } from './read-value.ts';
import { ReadFailure } from './read-failure.ts';

export const formats = [
	'csv',
	'sheet',
	'bra-workbook',
	'json-stat',
	'px',
	'pxweb-json',
	'kolada-json',
	'kolada-csv'
] as const;

export type StatisticsFormat = (typeof formats)[number];

/** An area as the file names it. */
export interface Area {
	/** `1785`, `17`, `00`, `1785R001`; empty when the file has names only. */
	code: string;
	/** Empty when the file has codes only. */
	name: string;
}

/** What a value measures: one series, wherever and whenever. */
export interface Head {
	title: string;
	/** What else tells it from others, as name and value: `["kön", "kvinnor"]`. */
	parts: (readonly [string, string])[];
	/** `antal`, `per 100 000 invånare`, `%`; empty when the file does not say. */
	unit: string;
}

/** One value in the common form that every reader gives. */
export interface Observation {
	/** Places in `areas` and `heads` of the table; -1: the file does not say where. */
	area: number;
	head: number;
	/** `2024`, `2024-05`, `2024-Q1`, `2023/2024`; empty when the file does not say when. */
	period: string;
	/** Null when there is none; then `missing` says why. */
	value: number | null;
	missing: Missing | null;
	preliminary: boolean;
	/** The limits of the confidence interval where the source gives them. */
	low: number | null;
	high: number | null;
	note: string;
}

/** A row that was not understood, or understood in part; the words are in problem-words.ts. */
export interface RowProblem {
	/** 1 is the file's first row; in a table of cells the cell. */
	row: number;
	/** The sheet or column. */
	at: string;
	code: 'not-number' | 'not-period' | 'no-area' | 'short-row' | 'twice' | 'no-limits';
	/** What stands there. */
	text: string;
}

/** A file as a table of observations. */
export interface StatisticsTable {
	format: StatisticsFormat;
	title: string;
	/** Who made the numbers, as the file says: `SCB`; empty when it does not. */
	source: string;
	/** When the source last changed them, as the file says. */
	updated: string;
	notes: string[];
	/** How the columns of a text file or sheet were read; empty for other formats. */
	columns: { title: string; role: ColumnRole }[];
	areas: Area[];
	heads: Head[];
	observations: Observation[];
	problems: RowProblem[];
	/** Problems beyond those listed. */
	moreProblems: number;
	/** The letters were guessed to be windows-1252. */
	guessedLetters: boolean;
}

type Given = Pick<Observation, 'area' | 'head' | 'period' | 'value'> &
	Partial<Observation> & { row?: number };

/** A table while it is filled; bounded, whatever the file says. */
export interface TableBuilder {
	table: StatisticsTable;
	/** The number of an area, which is added when it is new. */
	area: (code: string, name: string) => number;
	head: (head: Head) => number;
	add: (observation: Given) => void;
	problem: (problem: RowProblem) => void;
	note: (text: string) => void;
}

/** A text of the file within bounds, its blanks as single spaces. */
export const cleanText = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, mostTextLength);

function numbered<T>(list: T[], most: number, keyOf: (item: T) => string): (item: T) => number {
	const known = new Map<string, number>();
	return (item) => {
		const key = keyOf(item);
		const held = known.get(key);
		if (held !== undefined) return held;
		if (list.length >= most) throw new ReadFailure('too-many-cells', String(most));
		known.set(key, list.push(item) - 1);
		return list.length - 1;
	};
}

/**
 * An empty table to fill.
 * @throws ReadFailure `too-many-cells` from its functions, once a bound is passed
 */
export function buildTable(format: StatisticsFormat, title = ''): TableBuilder {
	const table: StatisticsTable = {
		...{ format, title: cleanText(title), source: '', updated: '', notes: [], areas: [], heads: [] },
		...{ columns: [], observations: [], problems: [], moreProblems: 0, guessedLetters: false }
	};
	const held = new Set<string>();
	const area = numbered(table.areas, mostAreas, ({ code, name }) => `${code}\n${name}`);
	const problem = (one: RowProblem): void => {
		if (table.problems.length >= mostProblems) table.moreProblems++;
		else table.problems.push({ ...one, text: one.text.slice(0, 60) });
	};
	return {
		...{ table, problem },
		area: (code, name) => area({ code: cleanText(code), name: cleanText(name) }),
		head: numbered(table.heads, mostHeads, (head) => JSON.stringify(head)),
		add: (given) => {
			if (table.observations.length >= mostCells) throw new ReadFailure('too-many-cells', String(mostCells));
			const key = `${given.head} ${given.area} ${given.period}`;
			if (held.has(key)) return problem({ row: given.row ?? 0, at: '', code: 'twice', text: given.period });
			held.add(key);
			// Once for every cell: written out, since spreading costs several times as much.
			table.observations.push({
				area: given.area,
				head: given.head,
				period: given.period,
				value: given.value,
				missing: given.missing ?? null,
				preliminary: given.preliminary ?? false,
				low: given.low ?? null,
				high: given.high ?? null,
				note: given.note ?? ''
			});
		},
		note: (text) => {
			const clean = cleanText(text);
			if (clean !== '' && !/^källa\b/i.test(clean) && table.notes.length < 50 && !table.notes.includes(clean))
				table.notes.push(clean);
		}
	};
}

/**
 * The table when it holds at least one value.
 * @throws ReadFailure `no-values`
 */
export function filled({ table }: TableBuilder): StatisticsTable {
	if (!table.observations.some(({ value }) => value !== null)) throw new ReadFailure('no-values');
	return table;
}
