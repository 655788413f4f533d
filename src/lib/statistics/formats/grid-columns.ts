import { readPeriod } from '../period.ts';
import { readValue } from '../read-value.ts';
import { cellText, isBlank, type Cell, type Grid, type GridLayout } from './grid.ts';

export const columnRoles = [
	'code',
	'name',
	'period',
	'value',
	'low',
	'high',
	'preliminary',
	'unit',
	'part',
	'ignored'
] as const;

/** What a column of a grid stands for. */
export type ColumnRole = (typeof columnRoles)[number];

export interface Column {
	role: ColumnRole;
	/** The header's text; made up from the place where there is none. */
	title: string;
	/** The unit that a header of values speaks of; empty when it does not. */
	unit: string;
	/** The period that a header of values names; empty when it does not. */
	period: string;
}

const byHeader: [RegExp, ColumnRole][] = [
	[/^(kod|code|(kommun|läns?|lan|region|område?s?|municipality|k)[-_ ]?(kod|code|id|nr))$/i, 'code'],
	[/^(kommun|kommuner|kommunnamn|namn|name|region|län|municipality|område|plats|ort|geografi)$/i, 'name'],
	[/^(år|year|period|tid|månad|month|kvartal|quarter|datum|date|mätår|time)$/i, 'period'],
	[/^(ki|konfidensintervall|ci)[ _-]*(undre|nedre|low|lower|min).*$|^(undre|nedre) (gräns|ki).*$/i, 'low'],
	[/^(ki|konfidensintervall|ci)[ _-]*(övre|high|upper|max).*$|^övre (gräns|ki).*$/i, 'high'],
	[/^(prel\.?|preliminär|preliminary|status)$/i, 'preliminary'],
	[/^(enhet|unit)$/i, 'unit'],
	[/^(municipality_type|kommuntyp|lat|lon|latitude|longitude|id)$/i, 'ignored']
];

/** The unit that words speak of: of persons, of inhabitants, or a share. Empty when they speak of none. */
export function unitOf(words: string): string {
	const text = words.toLowerCase();
	if (/100[\s\u00a0]?000|per ?100k|100k/.test(text)) return 'per 100 000 invånare';
	if (/(per|\/)\s*1[\s\u00a0]?000\b/.test(text)) return 'per 1 000 invånare';
	if (/^(andel|procent)|%|\bprocent\b/.test(text)) return '%';
	return /^(antal|count|number)\b/.test(text) ? 'antal' : '';
}

const code = /^(\d{2}|\d{4}|\d{4}[A-Z]\d{3,4}(_\w+)?|[A-Z]?\d{4}[A-Z]{1,2}\d{3,4})$/;

/** By what stands in a column without a telling header. */
function roleByContent(cells: readonly Cell[], title: string, taken: ReadonlySet<ColumnRole>): ColumnRole {
	if (cells.length === 0) return 'ignored';
	const isEvery = (test: (cell: Cell) => boolean) => cells.every(test);
	const hasArea = taken.has('code') || taken.has('name');
	if (readPeriod(title) || /\b(19|20)\d{2}$/.test(title)) return 'value';
	if (isEvery((cell) => typeof cell === 'string' && code.test(cell.trim())) && !hasArea) {
		const years = isEvery((cell) => readPeriod(cell as string) !== undefined);
		if (!years) return 'code';
	}
	if (!taken.has('period') && isEvery((cell) => readPeriod(cell as string) !== undefined)) return 'period';
	const numbers = cells.filter((cell) => readValue(cell as string) !== undefined).length;
	if (numbers >= cells.length * 0.5) return 'value';
	return hasArea || taken.has('value') ? 'part' : 'name';
}

const periodIn = (title: string): string =>
	readPeriod(title)?.period ??
	readPeriod(/\b((?:19|20)\d{2}(?:[/-]\d{2,4})?)$/.exec(title)?.[1])?.period ??
	'';

function columnOf(title: string, place: number, role: ColumnRole): Column {
	const period = role === 'value' ? periodIn(title) : '';
	const bare = title.replace(/[\s,]*\b(19|20)\d{2}([/-]\d{2,4})?$/, '');
	const named = period ? bare : title;
	return { role, period, unit: unitOf(title), title: named || (period ? '' : `kolumn ${place + 1}`) };
}

/**
 * What each column stands for, by its header, then by what stands in it.
 * @param chosen what somebody has said about columns, by their number from 0; it goes before everything else
 */
export function columnsOf(
	{ rows }: Grid,
	{ header, dataStart, columns }: GridLayout,
	chosen: Readonly<Record<number, ColumnRole>> = {}
): Column[] {
	const sample = rows.slice(dataStart, dataStart + 300);
	const taken = new Set<ColumnRole>();
	return Array.from({ length: columns }, (_, place) => {
		const title = header[place] ?? '';
		const cells = sample.map((row) => row[place] ?? null).filter((cell) => !isBlank(cell));
		const named = byHeader.find(([pattern]) => pattern.test(title))?.[1];
		const isCodes = cells.length > 0 && cells.every((cell) => /^\d{2}(\d{2})?$/.test(cellText(cell)));
		const found = named === 'name' && isCodes ? 'code' : named;
		const role = chosen[place] ?? found ?? roleByContent(cells, title, taken);
		taken.add(role);
		return columnOf(title, place, role);
	});
}
