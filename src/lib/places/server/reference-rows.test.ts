import { describe, expect, test } from 'vitest';
import { placeRows, populationRows } from './reference-rows.ts';

const places = placeRows();
const byCode = new Map(places.map((place) => [place.code, place]));

describe('the shipped places', () => {
	test('are all municipalities, counties, police regions, known local police areas and districts', () => {
		const numbers: Record<string, number> = {};
		for (const { kind } of places) numbers[kind] = (numbers[kind] ?? 0) + 1;
		expect(numbers).toEqual({
			country: 1,
			county: 21,
			'police-region': 7,
			'local-police-area': 72,
			municipality: 290,
			district: 3352 + 2017
		});
	});

	test('have one code each and belong to a place that exists', () => {
		expect(byCode.size).toBe(places.length);
		for (const { code, parentCode } of places)
			if (code !== 'se') expect(byCode.has(parentCode ?? ''), code).toBe(true);
	});

	test('have names in Swedish letters without stray blanks', () => {
		for (const { name } of places) expect(name).toMatch(/^[\p{L}\d]+(?:[ \-–/,]+[\p{L}\d]+)*$/u);
	});

	test('have one address for each municipality and none for others', () => {
		const slugs = places.filter(({ kind }) => kind === 'municipality').map(({ slug }) => slug);
		expect(new Set(slugs).size).toBe(290);
		for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
		expect(places.filter(({ slug, kind }) => slug !== null && kind !== 'municipality')).toEqual([]);
	});

	test('climb from a district to the country', () => {
		const path = ['1785R001'];
		while (path.at(-1) !== 'se') path.push(byCode.get(path.at(-1)!)!.parentCode!);
		expect(path).toEqual(['1785R001', '1785', 'lpo-arvika', 'pr-bergslagen', 'se']);
	});

	test('put a city of several police areas under its police region', () => {
		for (const city of ['0180', '1480', '1280']) expect(byCode.get(city)!.parentCode).toMatch(/^pr-/);
	});

	test('say where the source is not confirmed', () => {
		expect(byCode.get('1765')).toMatchObject({ name: 'Årjäng', parentCode: 'lpo-arvika', verified: 0 });
		expect(byCode.get('1785')).toMatchObject({ verified: 1 });
		expect(byCode.get('lpo-enkoping-habo')).toMatchObject({ verified: 0 });
	});

	test('add up to the inhabitants of Sweden', () => {
		expect(byCode.get('se')!.population).toBe(10_551_707);
		for (const kind of ['county', 'police-region', 'municipality'])
			expect(
				places.filter((place) => place.kind === kind).reduce((sum, place) => sum + place.population!, 0)
			).toBe(10_551_707);
	});
});

describe('the shipped population', () => {
	const rows = populationRows();

	test('covers every municipality by sixteen age bands, thirteen of them by sex', () => {
		expect(rows.length).toBe(290 * (16 + 13 + 13));
		expect(rows.filter(({ sex }) => sex === 'T').reduce((sum, row) => sum + row.population, 0)).toBe(
			10_521_556
		);
	});

	test('has women and men that add up to everybody', () => {
		const of = (sex: string) =>
			rows.find((row) => row.placeCode === '1785' && row.ageBand === '15-19' && row.sex === sex)!;
		expect(of('M').population + of('K').population).toBe(of('T').population);
	});

	test('marks the estimates', () => {
		const estimated = rows.filter(({ quality }) => quality === 'estimated');
		expect(new Set(estimated.map(({ ageBand, sex }) => ageBand + sex))).toEqual(new Set(['75+M', '75+K']));
	});
});
