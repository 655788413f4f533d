import { ReadFailure } from '../read-failure.ts';
import { buildTable, filled, type StatisticsTable, type TableBuilder } from '../table.ts';
import { addCube, countCells, roleByName, type Category, type Cube, type Dimension } from './cube.ts';
import { isObject, listOf, textOf, type JsonObject } from './json.ts';

/** Whether a file's content calls itself JSON-stat. */
export const isJsonStat = (content: JsonObject): boolean =>
	['dataset', 'collection', 'dimension'].includes(String(content.class)) || isObject(content.dataset);

/** The codes in order: an array, an object of positions, or left out for a dimension of one. */
function codesOf(category: JsonObject, name: string): string[] {
	const { index, label } = category;
	if (Array.isArray(index)) return index.map(String);
	if (!isObject(index)) return isObject(label) ? Object.keys(label) : [];
	const codes: string[] = [];
	for (const [code, position] of Object.entries(index)) {
		if (!Number.isInteger(position) || codes[position as number] !== undefined || Number(position) > 100_000)
			throw new ReadFailure('sizes-differ', name);
		codes[position as number] = code;
	}
	return codes;
}

function categoriesOf(category: unknown, size: number, name: string): Category[] {
	const held = isObject(category) ? category : {};
	const codes = codesOf(held, name);
	if (codes.length !== size || codes.includes(undefined as never))
		throw new ReadFailure('sizes-differ', name);
	const labels = isObject(held.label) ? held.label : {};
	const units = isObject(held.unit) ? held.unit : {};
	return codes.map((code) => {
		const unit = units[code];
		const words = isObject(unit) ? textOf(unit.label) || textOf(unit.base) || textOf(unit.symbol) : '';
		return { code, label: textOf(labels[code]) || code, unit: words };
	});
}

function roleOf(id: string, name: string, roles: JsonObject): Dimension['role'] {
	if (listOf(roles.time).includes(id)) return 'time';
	if (listOf(roles.geo).includes(id)) return 'area';
	if (listOf(roles.metric).includes(id)) return 'metric';
	const guessed = roleByName(id, name);
	return guessed !== 'other' && listOf(roles[guessed === 'area' ? 'geo' : guessed]).length > 0
		? 'other'
		: guessed;
}

function dimensionsOf(dataset: JsonObject): Dimension[] {
	const described = isObject(dataset.dimension) ? dataset.dimension : {};
	// Before version 2.0 the three stood inside `dimension`.
	const ids = listOf(dataset.id ?? described.id).map(String);
	const sizes = listOf(dataset.size ?? described.size).map(Number);
	const roles = dataset.role ?? described.role;
	if (ids.length === 0 || ids.length !== sizes.length || new Set(ids).size !== ids.length)
		throw new ReadFailure('sizes-differ', 'id');
	countCells(sizes);
	return ids.map((id, index) => {
		const dimension = described[id];
		if (!isObject(dimension)) throw new ReadFailure('sizes-differ', id);
		const name = textOf(dimension.label) || id;
		const role = roleOf(id, name, isObject(roles) ? roles : {});
		return { name, role, categories: categoriesOf(dimension.category, sizes[index]!, id) };
	});
}

/** Values or statuses by position: a list (of one: the same for all), an object with gaps, or one text for all. */
function byPosition(held: unknown, cells: number): (index: number) => unknown {
	if (Array.isArray(held)) {
		if (held.length === 1 && cells > 1) return () => held[0];
		if (held.length !== cells && held.length !== 0) throw new ReadFailure('sizes-differ', 'value');
		return (index) => held[index];
	}
	if (isObject(held)) return (index) => (Object.hasOwn(held, index) ? held[index] : undefined);
	return () => held;
}

const isCell = (value: unknown): value is string | number | boolean | null | undefined =>
	value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);

function cubeOf(dataset: JsonObject): Cube {
	if (listOf(dataset.value).length === 0) throw new ReadFailure('only-metadata');
	const dimensions = dimensionsOf(dataset);
	const cells = countCells(dimensions.map(({ categories }) => categories.length));
	if (Array.isArray(dataset.value) && dataset.value.length !== cells)
		throw new ReadFailure('sizes-differ', 'value');
	const values = byPosition(dataset.value, cells);
	const statuses = byPosition(dataset.status, cells);
	return {
		...{ title: textOf(dataset.label), dimensions, unit: '' },
		cell: (index) => {
			const value = values(index);
			return isCell(value) ? value : JSON.stringify(value).slice(0, 60);
		},
		status: (index) => textOf(statuses(index))
	};
}

function addDataset(dataset: JsonObject, builder: TableBuilder): void {
	addCube(cubeOf(dataset), builder);
	const { table } = builder;
	table.title ||= textOf(dataset.label).slice(0, 300);
	table.source ||= textOf(dataset.source).slice(0, 200);
	table.updated ||= textOf(dataset.updated).slice(0, 40);
	const described = isObject(dataset.dimension) ? Object.values(dataset.dimension) : [];
	for (const one of [dataset, ...described])
		if (isObject(one)) for (const note of listOf(one.note)) builder.note(textOf(note));
}

/** The datasets in a file: itself, those in a collection, or those of a bundle from before version 2.0. */
function datasetsOf(content: JsonObject): JsonObject[] {
	if (content.class === 'dimension') throw new ReadFailure('only-metadata');
	if (content.class === 'collection') {
		const link = isObject(content.link) ? content.link : {};
		const items = listOf(link.item).filter(isObject);
		const embedded = items.filter((item) => isObject(item.dimension));
		if (embedded.length === 0) throw new ReadFailure('only-links', String(items.length));
		return embedded;
	}
	return isObject(content.dataset) ? [content.dataset] : [content];
}

/**
 * A JSON-stat file (2.0, and 1.x with one dataset) as a table.
 * @throws ReadFailure `only-links`, `only-metadata`, `sizes-differ`, `too-many-cells`, `no-values`
 */
export function readJsonStat(content: JsonObject): StatisticsTable {
	const builder = buildTable('json-stat', textOf(content.label));
	for (const dataset of datasetsOf(content)) addDataset(dataset, builder);
	return filled(builder);
}
