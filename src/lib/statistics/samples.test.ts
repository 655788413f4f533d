import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ReadFailure } from './read-failure.ts';
import { readStatistics } from './read-statistics.ts';
import type { StatisticsTable } from './table.ts';

const read = (name: string) => readStatistics(readFileSync(`tests/samples/statistics/${name}`));

/** A value by area, period, and words that its head has to have. */
function valueAt(
	table: StatisticsTable,
	[area, period, ...words]: readonly string[]
): number | null | undefined {
	const found = table.observations.filter((one) => {
		const { code, name } = table.areas[one.area] ?? { code: '', name: '' };
		const { title, parts, unit } = table.heads[one.head]!;
		const said = [title, unit, ...parts.map(([, value]) => value)];
		return (
			(area === code || area === name) && one.period === period && words.every((word) => said.includes(word))
		);
	});
	expect(found.length, `${area} ${period} ${words.join()}`).toBe(1);
	return found[0]!.value;
}

type Spot = readonly [...string[], number];

/** File, format, observations, areas, heads and three values in it. */
const samples: [string, string, number, number, number, Spot[]][] = [
	[
		'scb/TAB6471_data.json-stat2.json',
		...(['json-stat', 2772, 21, 33] as const),
		[
			['01', '2026-01', '0-9 år', 'totalt, samtliga män och kvinnor', 245284],
			['13', '2026-03', '50-59 år', 'män', 22151],
			['25', '2026-04', '100+ år', 'kvinnor', 54]
		]
	],
	[
		'scb/px_footnotes_BE0101F1.px',
		...(['px', 3240, 4, 90] as const),
		[
			['00', '1997', 'Inmigrated', '0', 'men', 192],
			['0114', '1997', 'Inmigrated', '0', 'men', 9],
			['0115', '2005', 'Internal excess of migration', '4', 'women', 1]
		]
	],
	[
		'scb/px_legacy_BE0101D1_kommun.px',
		...(['px', 46176, 312, 74] as const),
		[
			['00', '2002', '-14', 'men', 1],
			['Färgelanda', '2002', '-14', 'men', 0],
			['2584', '2003', 'total', 'women', 109]
		]
	],
	[
		'scb/v1_json_Forkmangde_Per_Kommun.json',
		...(['pxweb-json', 290, 290, 1] as const),
		[
			['0114', '2022', 49262],
			['0180', '2022', 984748],
			['2584', '2022', 22423]
		]
	],
	[
		'scb/excel_export_deso_folkmangd_2023.xlsx',
		...(['sheet', 5984, 5984, 1] as const),
		[
			['0114A0010', '2023', 898],
			['1280C2880', '2023', 5045],
			['2584C1130', '2023', 1396]
		]
	],
	[
		'jsonstat/canada.json',
		...(['json-stat', 120, 1, 120] as const),
		[
			['CA', '2012', 'population', 'total', 'thousands of persons', '45 to 49', 2681.3],
			['CA', '2012', '%', '90 and older', 'female', 1],
			['CA', '2012', 'population', '45 to 49', 'male', 1350.1]
		]
	],
	[
		'kolada/N00945_flat.csv',
		...(['kolada-csv', 63, 3, 1] as const),
		[
			['0180', '2000', 31.32959689],
			['1280', '2010', 33.82856732],
			['1480', '2020', 39.5]
		]
	],
	[
		'bra/kommun_csv_2021_shape.csv',
		...(['csv', 2, 1, 2] as const),
		[
			['Ale kommun', '', 'Antal', 2731],
			['Ale kommun', '', 'Per 100 000 inv.', 8547],
			['Ale kommun', '', 'per 100 000 invånare', 8547]
		]
	],
	[
		'bra/kommun_csv_2023_and_later_shape.csv',
		...(['csv', 4, 2, 2] as const),
		[
			['Ale', '', 'Antal', 2537],
			['Alingsås', '', 'Antal', 4293],
			['Alingsås', '', 'Per 100 000 inv.', 10100]
		]
	],
	[
		'bra/long_kungsor_hallstahammar_2019_2025.csv',
		...(['csv', 168, 2, 12] as const),
		[
			['1960', '2019', 'burglary', 'count', 46],
			['1960', '2023', 'total', 'per100k', 7676],
			['1961', '2025', 'theft', 'count', 419]
		]
	]
];

test.each(samples)('%s is %s with %i values, %i areas and %i things measured', async (...sample) => {
	const [name, format, values, areas, heads, spots] = sample;
	const table = await read(name);
	expect([table.format, table.observations.length, table.areas.length, table.heads.length]).toEqual([
		...[format, values, areas, heads]
	]);
	expect(table.problems).toEqual([]);
	for (const spot of spots) expect(valueAt(table, spot.slice(0, -1) as string[])).toBe(spot.at(-1));
});

test('a file about emissions has no place, and says its values in Swedish', async () => {
	const { observations, heads, areas } = await read('scb/px_pxwebapi2_tab004_fewcells.px');
	expect(observations).toMatchObject([{ area: -1, period: '2017', value: 445 }]);
	expect(heads[0]?.parts).toContainEqual(['växthusgas', 'Koldioxid (CO2) (kt)']);
	expect(areas).toEqual([]);
});

test('what the source says about itself comes along', async () => {
	const scb = await read('scb/excel_export_deso_folkmangd_2023.xlsx');
	expect(scb).toMatchObject({ source: 'SCB', updated: '20240322 08:00' });
	expect(scb.title).toBe('Folkmängden per region efter år, region och kön');
	const px = await read('scb/px_footnotes_BE0101F1.px');
	expect(px.notes.join(' ')).toContain('Internal inmigrated means inmigrated less immigrants');
	const prel = await read('bra/long_kungsor_hallstahammar_2019_2025.csv');
	expect(
		prel.observations.filter(({ preliminary }) => preliminary).map(({ period }) => period)
	).not.toContain('2019');
});

test.each([
	['scb/TAB6471_metadata.json', 'only-metadata'],
	['scb/pxwebapi2_metadata_tab004.json-stat2.json', 'only-metadata'],
	['scb/pxwebapi2_codelist_agg_Alder10arJ.json', 'only-metadata'],
	['scb/pxwebapi2_config.json', 'only-metadata'],
	['scb/pxwebapi2_tables_list.json', 'only-metadata'],
	['scb/v1_px_query.json', 'only-metadata'],
	['scb/kommunlankod_20211229_bom_semicolon.csv', 'no-values'],
	['kolada/kpi_metadata_v3_2_records.json', 'only-metadata'],
	['kolada/municipality_list.csv', 'no-values'],
	['jsonstat/hierarchy.json', 'no-values']
])('%s has nothing to import: %s', async (name, code) => {
	const failure: unknown = await read(name).catch((problem: unknown) => problem);
	expect(failure).toBeInstanceOf(ReadFailure);
	expect((failure as ReadFailure).code).toBe(code);
});
