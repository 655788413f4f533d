import { expect, test } from 'vitest';
import { casesBehind, methodNotesOf } from './method-notes.ts';
import type { Relation, Series, SeriesLine } from './series.ts';
import { viewSeries } from './series-view.ts';

const line = (name: string, relation: Relation, values: Record<string, number | null>): SeriesLine => ({
	...{ relation, place: { code: name, name, kind: 'municipality' } },
	values: Object.entries(values).map(([period, value]) => ({
		...{ period, value, missing: value === null ? 'not-available' : null, preliminary: false },
		...{ low: null, high: null, version: 1, earlier: [] }
	}))
});
const series = (unit: string, lines: SeriesLine[]): Series => ({
	...{ id: 's', placeCode: '1785', title: 'Anmälda brott', parts: [], unit, version: 1, public: true },
	...{ lines, versions: [], notes: [] }
});
const beside = [
	line('Laxå', 'similar', { 2023: 10, 2024: 12 }),
	line('Hällefors', 'similar', { 2023: 20, 2024: null }),
	line('Filipstad', 'similar', { 2023: 30, 2024: 18 }),
	line('Värmlands län', 'county', { 2023: 40, 2024: 41 }),
	line('Sverige', 'country', { 2023: 50, 2024: 51 })
];

test('a number per inhabitant stands beside the mean of similar places, the county and the country', () => {
	const own = line('Säffle', 'own', { 2022: 1, 2023: 2, 2024: 3 });
	const { periods, lines } = viewSeries(series('per 100 000 invånare', [own, ...beside]), 15_000);
	expect(periods).toEqual(['2022', '2023', '2024']);
	expect(lines.map(({ relation }) => relation)).toEqual(['own', 'similar', 'county', 'country']);
	expect(lines[1]!.values.map((one) => one?.value)).toEqual([undefined, 20, undefined]);
});

test('a count stands alone: places of another size say nothing about it', () => {
	const view = viewSeries(series('antal', [line('Säffle', 'own', { 2024: 300 }), ...beside]), 15_000);
	expect(view.lines).toHaveLength(1);
	expect(view).toMatchObject({ small: false, threeYears: null });
});

test('few cases are pointed out, also behind a number per inhabitant, with the mean of three years', () => {
	const own = line('Säffle', 'own', { 2022: 10, 2023: 16, 2024: 19 });
	expect(viewSeries(series('antal', [own]), null)).toMatchObject({
		small: true,
		threeYears: { from: '2022', to: '2024', mean: 15 }
	});
	expect(casesBehind(100, 'per 100 000 invånare', 15_000)).toBe(15);
	expect(viewSeries(series('per 100 000 invånare', [own]), 15_000).small).toBe(true);
	expect(viewSeries(series('per 100 000 invånare', [own]), null).small).toBe(false);
	expect(viewSeries(series('%', [own]), 15_000).small).toBe(false);
});

test('what has to be said follows from what is measured', () => {
	const of = (title: string, limits = false, spans = false) =>
		methodNotesOf({ title, source: 'Brå', unit: 'antal', limits, preliminary: false, spans });
	expect(of('Anmälda stöldbrott')).toEqual(['reported-crimes', 'may-be-revised']);
	expect(of('Otrygghet utomhus', true, true)).toEqual(['may-be-revised', 'survey', 'two-years']);
	expect(of('Folkmängd')).toEqual(['may-be-revised']);
});
