import { mostCells } from '../limits.ts';
import { readPeriod } from '../period.ts';
import { ReadFailure } from '../read-failure.ts';
import { readValue, type Missing } from '../read-value.ts';
import type { TableBuilder } from '../table.ts';

/** One value of a dimension. */
export interface Category {
	code: string;
	label: string;
	unit: string;
}

/** One dimension of a table of cells, with what its values stand for. */
export interface Dimension {
	name: string;
	role: 'time' | 'area' | 'metric' | 'other';
	categories: Category[];
}

/** A table of cells in row-major order: the last dimension is the fastest. */
export interface Cube {
	title: string;
	dimensions: Dimension[];
	/** What stands in a cell; undefined where nothing does. */
	cell: (index: number) => string | number | boolean | null | undefined;
	/** What the source says about a cell: `prel`, `..`. */
	status: (index: number) => string;
	unit: string;
}

/**
 * How many cells dimensions of these sizes have.
 * @throws ReadFailure `too-many-cells` before the product can become large
 */
export function countCells(sizes: readonly number[]): number {
	let cells = 1;
	for (const size of sizes) {
		if (!Number.isSafeInteger(size) || size < 0) throw new ReadFailure('sizes-differ', String(size));
		cells *= size;
		if (cells > mostCells) throw new ReadFailure('too-many-cells', String(mostCells));
	}
	return cells;
}

const areaNames =
	/^(region|regioner|kommun|kommuner|län|geo|area|municipality|lan|plats|område|county|deso|regso)\b/i;
const timeNames = /^(tid|time|år|year|månad|month|kvartal|quarter|period|vecka|week)$/i;
const metricNames = /^(contentscode|tabellinnehåll|contents|concept|innehåll)$/i;

/** What a dimension stands for, by its name; `other` when that does not say. */
export function roleByName(...names: string[]): Dimension['role'] {
	if (names.some((name) => timeNames.test(name.trim()))) return 'time';
	if (names.some((name) => metricNames.test(name.trim()))) return 'metric';
	return names.some((name) => areaNames.test(name.trim())) ? 'area' : 'other';
}

/** The code and the name of an area whose label may carry both: `0114 Upplands Väsby`. */
export function splitAreaLabel({ code, label }: Pick<Category, 'code' | 'label'>): [string, string] {
	const written = /^(\d{2}|\d{4})\s+(\D.*)$/.exec(label.trim());
	if (written && (code === '' || code === label || code === written[1])) return [written[1]!, written[2]!];
	return [code.replace(/_(DeSO|RegSO)\d{4}$/i, ''), label === code ? '' : label];
}

const statusMarks: Record<string, Missing> = {
	'..': 'not-available',
	'...': 'not-available',
	'.': 'not-applicable',
	'-': 'nothing',
	m: 'not-available',
	missing: 'not-available',
	c: 'suppressed',
	x: 'suppressed',
	privacy: 'suppressed',
	private: 'suppressed',
	suppressed: 'suppressed'
};

/** Steps through the cells with the position in every dimension, without one division for each cell. */
function* positions(sizes: readonly number[], cells: number): Generator<[number, readonly number[]]> {
	const at = sizes.map(() => 0);
	for (let index = 0; index < cells; index++) {
		yield [index, at];
		for (let place = sizes.length - 1; place >= 0; place--) {
			if (++at[place]! < sizes[place]!) break;
			at[place] = 0;
		}
	}
}

const oneRole = (dimensions: readonly Dimension[], role: Dimension['role']): number =>
	dimensions.findIndex((dimension) => dimension.role === role);

/** Number of the head for each combination of values that is neither place nor time, found once each. */
function headNumbers({ dimensions, title, unit }: Cube, builder: TableBuilder) {
	const metric = oneRole(dimensions, 'metric');
	const others = dimensions.flatMap(({ role }, place) =>
		role === 'other' || (role === 'metric' && place !== metric) ? [place] : []
	);
	const known = new Map<number, number>();
	return (at: readonly number[]): number => {
		const key = others.reduce(
			(sum, place) => sum * dimensions[place]!.categories.length + at[place]!,
			metric < 0 ? 0 : at[metric]!
		);
		const held = known.get(key);
		if (held !== undefined) return held;
		const measured = metric < 0 ? undefined : dimensions[metric]!.categories[at[metric]!];
		const number = builder.head({
			title: measured?.label || title,
			parts: others.map((place) => [
				dimensions[place]!.name,
				dimensions[place]!.categories[at[place]!]!.label
			]),
			unit: measured?.unit || unit
		});
		known.set(key, number);
		return number;
	};
}

function periodsOf(dimension: Dimension | undefined, builder: TableBuilder) {
	return (dimension?.categories ?? []).map(({ code, label }, index) => {
		const read = readPeriod(code) ?? readPeriod(label);
		if (!read) builder.problem({ row: index + 1, at: dimension!.name, code: 'not-period', text: label });
		return read;
	});
}

/** Adds every cell of a table to the common table. A cell that nothing stands in and nothing is said about is left out. */
export function addCube(cube: Cube, builder: TableBuilder): void {
	const sizes = cube.dimensions.map(({ categories }) => categories.length);
	const cells = countCells(sizes);
	const [time, area] = [oneRole(cube.dimensions, 'time'), oneRole(cube.dimensions, 'area')];
	const periods = periodsOf(cube.dimensions[time], builder);
	const areas = (cube.dimensions[area]?.categories ?? []).map((category) =>
		builder.area(...splitAreaLabel(category))
	);
	const headOf = headNumbers(cube, builder);
	for (const [index, at] of positions(sizes, cells)) {
		const cell = cube.cell(index);
		const said = cube.status(index).toLowerCase();
		if (cell === undefined && said === '') continue;
		const read = readValue(cell);
		if (!read) {
			builder.problem({ row: index + 1, at: '', code: 'not-number', text: String(cell) });
			continue;
		}
		const period = time < 0 ? undefined : periods[at[time]!];
		if (time >= 0 && !period) continue;
		builder.add({
			area: area < 0 ? -1 : areas[at[area]!]!,
			head: headOf(at),
			period: period?.period ?? '',
			value: read.value,
			missing: read.value === null ? (statusMarks[said] ?? read.missing) : null,
			preliminary: read.preliminary || Boolean(period?.preliminary) || /^(p|prel.*)$/.test(said)
		});
	}
}
