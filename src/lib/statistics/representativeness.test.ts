import { expect, test } from 'vitest';
import { referenceData } from '../places/reference/reference-data.ts';
import type { PopulationBand } from '../places/server/read-population.ts';
import {
	agesOf,
	channelParts,
	compareGroups,
	floorOf,
	populationOf,
	type AnsweredOption
} from './representativeness.ts';

/** Säffle in the shipped figures, all of them exact for both sexes together. */
const figures = referenceData.population.byMunicipality['1785']![0];
const bands: PopulationBand[] = referenceData.population.ageBands.map((band, at) => {
	const [from, to] = band.replace('+', '').split('-').map(Number);
	return { from: from!, to: to ?? null, sex: 'T', population: figures[at]!, estimated: false };
});
const inhabitants = figures.reduce((sum, one) => sum + one, 0);
const option = (text: string, n: number | null): AnsweredOption => ({
	...{ key: text, text, n, population: null, ages: agesOf(text) }
});
const compare = (options: AnsweredOption[]) => compareGroups(options, { crowd: 10, floor: 30, bands });

test('shares of the population agree with its figures to the person', () => {
	const groups = compare([
		option('Under 25 år', 31),
		option('25–64 år', 300),
		option('65 år eller äldre', 155)
	]);
	expect(groups.map(({ population }) => population)).toEqual([
		figures.slice(0, 5).reduce((sum, one) => sum + one, 0),
		figures.slice(5, 13).reduce((sum, one) => sum + one, 0),
		figures.slice(13).reduce((sum, one) => sum + one, 0)
	]);
	expect(groups.reduce((sum, { population }) => sum + population!, 0)).toBe(inhabitants);
	expect(groups[0]).toMatchObject({ n: 31, share: 31 / 486, verdict: 'fewer' });
	expect(groups[0]!.populationShare).toBeCloseTo(groups[0]!.population! / inhabitants, 12);
});

test('bands that the population is not counted in are joined with their neighbours', () => {
	const texts = [
		'Under 13 år',
		'13–15 år',
		'16–19 år',
		'20–29 år',
		'30–44 år',
		'45–64 år',
		'65–79 år',
		'80 år eller äldre'
	];
	const groups = compare(texts.map((text) => option(text, 20)));
	expect(groups.map(({ ages }) => [ages!.from, ages!.to])).toEqual([
		[0, 19],
		[20, 29],
		[30, 44],
		[45, 64],
		[65, null]
	]);
	expect(groups.map(({ n }) => n)).toEqual([60, 20, 20, 20, 40]);
});

test('groups under the least number are merged with the smaller neighbour, not guessed', () => {
	const groups = compare([
		option('Under 20 år', null),
		option('20–29 år', 12),
		option('30–64 år', 40),
		option('65+', 4)
	]);
	expect(groups.map(({ keys, n }) => [keys.length, n])).toEqual([
		[2, 12],
		[2, 44]
	]);
});

test('few answers are compared with nothing: thirty are needed, and a tenth of all', () => {
	expect([floorOf(32), floorOf(300), floorOf(301), floorOf(751)]).toEqual([30, 30, 31, 76]);
	const split = [option('Under 20 år', 12), option('20–64 år', 60), option('65+', 10)];
	expect(compareGroups(split, { crowd: 10, floor: floorOf(751), bands })).toHaveLength(3);
	expect(compareGroups(split, { crowd: 10, floor: floorOf(830), bands })).toEqual([]);
	expect(compare([option('Under 20 år', 12), option('20+', 17)])).toEqual([]);
});

test('no group is everybody', () => {
	const options = [option('Under 20 år', null), option('20–64 år', 60), option('65+', 5)];
	expect(compare(options)).toEqual([]);
});

test('ages that cannot be counted are shown without a comparison', () => {
	expect(populationOf(bands, { from: 16, to: 29 })).toBeNull();
	const [young] = compare([option('16–29 år', 30), option('30–64 år', 30), option('65+', 30)]);
	expect(young).toMatchObject({ n: 30, population: null, populationShare: null, verdict: null });
});

test('options without an order are merged with each other', () => {
	const plain = (key: string, n: number | null, population: number | null): AnsweredOption => ({
		...{ key, text: key, n, population, ages: null }
	});
	const groups = compareGroups([plain('a', 30, 100), plain('b', null, 50), plain('c', 12, 50)], {
		crowd: 10,
		floor: 30
	});
	expect(groups.map(({ keys, n, population }) => [keys.join(), n, population])).toEqual([
		['a', 30, 100],
		['b,c', 12, 100]
	]);
});

test('an option that nobody may be told of and that is not counted leaves the others as they are', () => {
	const plain = (key: string, n: number | null, population: number | null): AnsweredOption => ({
		...{ key, text: key, n, population, ages: null }
	});
	const groups = compareGroups([plain('woman', 30, 100), plain('man', 30, 110), plain('other', null, null)], {
		crowd: 10,
		floor: 30
	});
	expect(groups.map(({ keys, verdict }) => [keys.join(), verdict])).toEqual([
		['woman', 'alike'],
		['man', 'alike']
	]);
});

test('channels are shown when every part is large enough, small ones together', () => {
	const counts = [
		{ channel: 'web', sheets: 40 },
		{ channel: 'paper', sheets: 6 },
		{ channel: 'kiosk', sheets: 5 }
	];
	expect(channelParts(counts, 10)).toEqual([
		{ channels: ['web'], sheets: 40 },
		{ channels: ['kiosk', 'paper'], sheets: 11 }
	]);
	expect(channelParts([{ channel: 'web', sheets: 9 }], 10)).toBeNull();
	expect(channelParts(counts.slice(0, 2), 10)).toEqual([{ channels: ['paper', 'web'], sheets: 46 }]);
});
