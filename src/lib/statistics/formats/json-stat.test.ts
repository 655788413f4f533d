import { expect, test } from 'vitest';
import { readJsonStat } from './json-stat.ts';

const region = {
	label: 'region',
	category: { index: { 1785: 1, 1765: 0 }, label: { 1785: 'Säffle', 1765: 'Årjäng' } }
};
const year = { label: 'år', category: { index: ['2023', '2024'] } };
const sex = { label: 'kön', category: { label: { K: 'kvinnor' } } };
const dataset = {
	...{ version: '2.0', class: 'dataset', label: 'Folkmängd', source: 'SCB', id: ['Region', 'Kon', 'Tid'] },
	...{ size: [2, 1, 2], dimension: { Region: region, Kon: sex, Tid: year }, value: [10, 11, 20, 21] }
};
const valuesOf = (content: Record<string, unknown>) =>
	readJsonStat(content).observations.map(({ period, value, missing }) => [period, value, missing]);

test('an index may be an object in another order, and a dimension of one may have labels only', () => {
	const { areas, observations, heads } = readJsonStat(dataset);
	expect(areas).toEqual([
		{ code: '1765', name: 'Årjäng' },
		{ code: '1785', name: 'Säffle' }
	]);
	expect(heads).toEqual([{ title: 'Folkmängd', parts: [['kön', 'kvinnor']], unit: '' }]);
	expect(observations.map(({ area, value }) => [area, value])).toEqual([
		...[[0, 10], [0, 11], [1, 20], [1, 21]] // prettier-ignore
	]);
});

test('values may be an object with gaps, and a gap is not zero', () => {
	expect(valuesOf({ ...dataset, value: { 1: 11, 3: null } })).toEqual([
		['2024', 11, null],
		['2024', null, 'empty']
	]);
});

test('a status may be a list, an object or one text for all', () => {
	const gaps = { ...dataset, value: [null, 11, null, 21] };
	expect(valuesOf({ ...gaps, status: { 0: '..', 2: 'c' } })).toEqual([
		['2023', null, 'not-available'],
		['2024', 11, null],
		['2023', null, 'suppressed'],
		['2024', 21, null]
	]);
	const all = readJsonStat({ ...dataset, status: 'p' }).observations;
	expect(all.every(({ preliminary }) => preliminary)).toBe(true);
	const listed = readJsonStat({ ...dataset, status: ['a', 'p', 'a', 'a'] }).observations;
	expect(listed.map(({ preliminary }) => preliminary)).toEqual([false, true, false, false]);
});

test('roles of any name decide, and codes stand in for labels that are missing', () => {
	const table = readJsonStat({
		...{ class: 'dataset', label: 'T', id: ['A', 'B'], size: [1, 1], value: ['3'] },
		role: { time: ['A'], geo: ['B'] },
		dimension: { A: { category: { index: ['2024K1'] } }, B: { category: { index: ['1785'] } } }
	});
	expect(table.areas).toEqual([{ code: '1785', name: '' }]);
	expect(table.observations).toMatchObject([{ period: '2024-Q1', value: 3 }]);
});

test('datasets inside a collection are read, links to them are not followed', () => {
	const table = readJsonStat({ class: 'collection', label: 'Två', link: { item: [dataset] } });
	expect(table.observations).toHaveLength(4);
	const links = {
		class: 'collection',
		link: { item: [{ class: 'dataset', href: 'https://example.se/a.json' }] }
	};
	expect(() => readJsonStat(links)).toThrow('only-links');
	expect(() => readJsonStat({ class: 'dimension', category: region.category })).toThrow('only-metadata');
});

test('a bundle from before version 2.0 has the order inside its dimensions', () => {
	const { id, size, value, dimension } = dataset;
	const table = readJsonStat({ dataset: { label: 'Gammal', value, dimension: { id, size, ...dimension } } });
	expect(table.observations).toHaveLength(4);
});

test('a value that is no number is reported with its cell, the others are read', () => {
	const { observations, problems } = readJsonStat({ ...dataset, value: [10, 'tolv', { a: 1 }, 21] });
	expect(observations.map(({ value }) => value)).toEqual([10, 21]);
	expect(problems).toEqual([
		{ row: 2, at: '', code: 'not-number', text: 'tolv' },
		{ row: 3, at: '', code: 'not-number', text: '{"a":1}' }
	]);
});

test.each([
	['two positions for one code', { ...dataset, size: [3, 1, 2], value: Array(6).fill(1) }],
	['a dimension that is not described', { ...dataset, dimension: { Region: region, Tid: year } }],
	['a list of statuses of another length', { ...dataset, status: ['a', 'b', 'c'] }],
	['the same dimension twice', { ...dataset, id: ['Region', 'Region', 'Tid'] }]
])('%s is refused', (_, content) => expect(() => readJsonStat(content)).toThrow('sizes-differ'));
