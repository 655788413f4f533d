import { readPeriod } from '../period.ts';
import { readValue } from '../read-value.ts';
import { buildTable, filled, type StatisticsTable, type TableBuilder } from '../table.ts';
import { gridOfText } from './csv.ts';
import { cellText, type Cell } from './grid.ts';
import { genderName, missingByStatus } from './kolada-json.ts';

const needed = ['gender', 'value', 'kpi', 'year', 'municipality_id'];

const headerOf = (text: string): string[] =>
	(text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/, 1)[0] ?? '')
		.split(/[,;\t]/)
		.map((name) => name.replaceAll('"', '').trim().toLowerCase());

/** Whether a text is a flat table of Kolada’s values, as its client libraries write them. */
export const isKoladaCsv = (text: string): boolean => {
	const header = headerOf(text);
	return needed.every((name) => header.includes(name));
};

interface Reading {
	header: readonly string[];
	builder: TableBuilder;
}

function addRow(cells: readonly Cell[], row: number, { header, builder }: Reading): void {
	const at = (name: string) => cellText(cells[header.indexOf(name)]);
	const period = readPeriod(at('year'));
	const read = readValue(at('value'));
	if (!period) builder.problem({ row, at: 'year', code: 'not-period', text: at('year') });
	else if (!read) builder.problem({ row, at: 'value', code: 'not-number', text: at('value') });
	else
		builder.add({
			...{ area: builder.area(at('municipality_id'), at('municipality')), period: period.period, row },
			...{ value: read.value, preliminary: /prel/i.test(at('status')) },
			missing: read.value === null ? (missingByStatus(at('status')) ?? read.missing) : null,
			head: builder.head({ title: at('kpi'), parts: [['kön', genderName(at('gender'))]], unit: '' })
		});
}

/**
 * A flat table of Kolada’s values.
 * @throws ReadFailure `too-many-rows`, `too-many-cells`, `no-values`
 */
export function readKoladaCsv(text: string): StatisticsTable {
	const builder = buildTable('kolada-csv');
	builder.table.source = 'Kolada (RKA)';
	const header = headerOf(text);
	gridOfText(text)
		.rows.slice(1)
		.forEach((cells, index) => addRow(cells, index + 2, { header, builder }));
	builder.table.title = [...new Set(builder.table.heads.map(({ title }) => title))].join(', ').slice(0, 200);
	return filled(builder);
}
