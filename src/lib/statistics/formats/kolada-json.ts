import { readPeriod } from '../period.ts';
import { ReadFailure } from '../read-failure.ts';
import { readValue, type Missing } from '../read-value.ts';
import { buildTable, filled, type StatisticsTable, type TableBuilder } from '../table.ts';
import { isObject, listOf, textOf, type JsonObject } from './json.ts';

const firstOf = (content: JsonObject): JsonObject => {
	const [first] = listOf(content.values);
	return isObject(first) ? first : {};
};

/** Whether a file's content is an answer of Kolada. */
export const isKoladaJson = (content: JsonObject): boolean => {
	const first = firstOf(content);
	return Array.isArray(content.values) && ('kpi' in first || ('id' in first && 'title' in first));
};

const genders: Record<string, string> = { T: 'totalt', K: 'kvinnor', M: 'män' };

/** Kolada's word for a person's gender in Swedish; `totalt` for all. */
export const genderName = (gender: string): string => genders[gender] ?? (gender || 'totalt');

/** Why Kolada has no value, by its status; undefined when it says nothing. */
export function missingByStatus(status: string): Missing | undefined {
	if (status === '') return undefined;
	return /priv|secr|sekr|conf/i.test(status) ? 'suppressed' : 'not-available';
}

function addEntry(entry: unknown, row: number, builder: TableBuilder): void {
	const held = isObject(entry) ? entry : {};
	const period = readPeriod(textOf(held.period));
	if (!period) {
		builder.problem({ row, at: 'period', code: 'not-period', text: textOf(held.period) });
		return;
	}
	const area = builder.area(textOf(held.municipality), '');
	for (const one of listOf(held.values)) {
		if (!isObject(one)) continue;
		const read = readValue(typeof one.value === 'string' ? one.value : (one.value as number | null));
		if (!read) {
			builder.problem({ row, at: 'value', code: 'not-number', text: String(one.value) });
			continue;
		}
		const status = textOf(one.status);
		builder.add({
			...{ area, period: period.period, value: read.value, preliminary: /prel/i.test(status) },
			missing: read.value === null ? (missingByStatus(status) ?? 'not-available') : null,
			head: builder.head({
				title: textOf(held.kpi),
				parts: [['kön', genderName(textOf(one.gender))]],
				unit: ''
			})
		});
	}
}

/**
 * Kolada's answer with values as a table. Its indicators are codes: whoever imports gives them their names.
 * @throws ReadFailure `only-metadata` for a list of indicators, `too-many-cells`, `no-values`
 */
export function readKoladaJson(content: JsonObject): StatisticsTable {
	if (!('kpi' in firstOf(content))) throw new ReadFailure('only-metadata');
	const builder = buildTable('kolada-json', textOf(firstOf(content).kpi));
	builder.table.source = 'Kolada (RKA)';
	listOf(content.values).forEach((entry, index) => addEntry(entry, index + 1, builder));
	if (textOf(content.next_page) || textOf(content.next_url))
		builder.note('Filen är den första sidan av flera.');
	return filled(builder);
}
