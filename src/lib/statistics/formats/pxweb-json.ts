import { readPeriod } from '../period.ts';
import { ReadFailure } from '../read-failure.ts';
import { readValue } from '../read-value.ts';
import { buildTable, filled, type StatisticsTable, type TableBuilder } from '../table.ts';
import { roleByName } from './cube.ts';
import { isObject, listOf, textOf, type JsonObject } from './json.ts';

/** Whether a file's content is an answer of PxWeb's first interface in its format `json`. */
export const isPxWebJson = (content: JsonObject): boolean =>
	Array.isArray(content.columns) && Array.isArray(content.data);

interface Column {
	name: string;
	/** `t` time, `c` what is measured, `d` every other dimension. */
	kind: 'time' | 'value' | 'area' | 'other';
}

function columnOf(column: unknown): Column {
	const held = isObject(column) ? column : {};
	const [code, name] = [textOf(held.code), textOf(held.text)];
	if (held.type === 't') return { name, kind: 'time' };
	if (held.type === 'c') return { name, kind: 'value' };
	return { name: name || code, kind: roleByName(code, name) === 'area' ? 'area' : 'other' };
}

interface Reading {
	columns: readonly Column[];
	builder: TableBuilder;
}

function addRow(entry: unknown, row: number, { columns, builder }: Reading): void {
	const held = isObject(entry) ? entry : {};
	const keys = listOf(held.key).map(textOf);
	const dimensions = columns.filter(({ kind }) => kind !== 'value');
	const measured = columns.filter(({ kind }) => kind === 'value');
	const values = listOf(held.values);
	if (keys.length !== dimensions.length || values.length !== measured.length) {
		builder.problem({ row, at: '', code: 'short-row', text: keys.join(' ') });
		return;
	}
	const keyOf = (kind: Column['kind']) => keys[dimensions.findIndex((one) => one.kind === kind)];
	const time = keyOf('time');
	const period = readPeriod(time);
	if (time !== undefined && !period) {
		builder.problem({ row, at: '', code: 'not-period', text: time });
		return;
	}
	const area = keyOf('area');
	const parts = dimensions.flatMap(({ kind, name }, index) =>
		kind === 'other' ? [[name, keys[index]!] as const] : []
	);
	measured.forEach(({ name }, index) => {
		const read = readValue(textOf(values[index]));
		if (!read) builder.problem({ row, at: name, code: 'not-number', text: textOf(values[index]) });
		else
			builder.add({
				...{ area: area === undefined ? -1 : builder.area(area, ''), period: period?.period ?? '', ...read },
				head: builder.head({ title: name, parts, unit: '' })
			});
	});
}

/**
 * An answer of PxWeb's first interface as a table; its places and values are codes without names.
 * @throws ReadFailure `only-metadata`, `too-many-cells`, `no-values`
 */
export function readPxWebJson(content: JsonObject): StatisticsTable {
	const builder = buildTable('pxweb-json');
	const columns = listOf(content.columns).map(columnOf);
	if (!columns.some(({ kind }) => kind === 'value')) throw new ReadFailure('only-metadata');
	listOf(content.data).forEach((entry, index) => addRow(entry, index + 1, { columns, builder }));
	const [metadata] = listOf(content.metadata);
	if (isObject(metadata)) {
		builder.table.title = textOf(metadata.label).slice(0, 300);
		builder.table.source = textOf(metadata.source).slice(0, 200);
		builder.table.updated = textOf(metadata.updated).slice(0, 40);
	}
	for (const column of listOf(content.columns)) if (isObject(column)) builder.note(textOf(column.comment));
	for (const comment of listOf(content.comments))
		if (isObject(comment)) builder.note(`${textOf(comment.value)}: ${textOf(comment.comment)}`);
	return filled(builder);
}
