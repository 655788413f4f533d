import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { braWorkbook } from '#tests/support/bra-workbook.ts';
import { readStatistics } from '../read-statistics.ts';

test('the workbook of indicators has crimes as counts and per inhabitant, and the survey with its limits', async () => {
	const table = await readStatistics(await braWorkbook());
	expect(table).toMatchObject({ format: 'bra-workbook', source: 'Brå', problems: [] });
	expect(table.heads.map(({ title, unit }) => `${title}, ${unit}`)).toEqual([
		'Anmälda skadegörelsebrott, antal',
		'Anmälda skadegörelsebrott, per 100 000 invånare',
		'Anmälda personrån mot unga under 18 år, antal',
		'Anmälda personrån mot unga under 18 år, per 100 000 invånare',
		'Otrygghet vid utevistelse sent på kvällen, %'
	]);
	// Two sheets of three places, ten years and two units; one of three places and four pairs of years.
	expect(table.observations).toHaveLength(2 * 3 * 10 * 2 + 3 * 4);
	const of = (head: number, area: string, period: string) =>
		table.observations.find(
			(one) => one.head === head && table.areas[one.area]!.name === area && one.period === period
		);
	expect(of(0, 'Säffle kommun', '2016')).toMatchObject({ value: 180, low: null });
	expect(of(4, 'Säffle kommun', '2017/2018')).toMatchObject({ value: 22, low: 18, high: 26 });
	expect(of(4, 'Säffle kommun', '2021/2022')).toMatchObject({
		value: null,
		missing: 'not-available',
		low: null
	});
	expect(of(4, 'Hela landet', '2023/2024')).toMatchObject({ value: 25, low: 21, high: 29 });
});

test('a sheet with titles, a gap and a strange cell is read, and the cell is reported with its row', async () => {
	const rows = [
		['Trygghet i kommunen'],
		[null, null],
		['K-kod', 'Kommun', 'Mätår', 'Antal per 1 000 inv'],
		['1785', 'Säffle', 2024, '1\u00a0000,5'],
		[null, null, 2025, 'okänt'],
		['1765', 'Årjäng', 2025, '..'],
		[null],
		['Källa: Polisen']
	];
	const table = await readStatistics(await writeXlsx({ sheets: [{ name: 'Blad1', rows }] }));
	expect(table).toMatchObject({ format: 'sheet', title: 'Trygghet i kommunen', source: 'Polisen' });
	expect(table.observations.map(({ period, value, missing }) => [period, value, missing])).toEqual([
		['2024', 1000.5, null],
		['2025', null, 'not-available']
	]);
	expect(table.problems).toEqual([{ row: 5, at: 'Antal per 1 000 inv', code: 'not-number', text: 'okänt' }]);
	expect(table.areas[0]).toEqual({ code: '1785', name: 'Säffle' });
});

test('windows-1252, tabs and years across are read', async () => {
	const text = 'Kommun\tAndel 2023\tAndel 2024\r\nSäffle\t12,5 %\t13,1 prel\r\nMalung–Sälen\t-\t9,0\r\n';
	const bytes = Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
	const table = await readStatistics(bytes);
	expect(table.guessedLetters).toBe(true);
	expect(table.areas.map(({ name }) => name)).toEqual(['Säffle', 'Malung–Sälen']);
	expect(table.observations.map(({ period, value, preliminary }) => [period, value, preliminary])).toEqual([
		['2023', 12.5, false],
		['2024', 13.1, true],
		['2023', null, false],
		['2024', 9, false]
	]);
	expect(table.heads).toEqual([{ title: 'Andel', parts: [], unit: '%' }]);
});
