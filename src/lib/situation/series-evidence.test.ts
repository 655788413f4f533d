import { expect, test } from 'vitest';
import type { Relation, Series, SeriesValue } from '#lib/statistics/series.ts';
import { drawSeries, niceStep } from './series-drawing.ts';
import { seriesEvidence, worseBy } from './series-evidence.ts';

const value = (period: string, number: number | null): SeriesValue => ({
	...{
		period,
		value: number,
		missing: null,
		preliminary: false,
		low: null,
		high: null,
		version: 1,
		earlier: []
	}
});
const line = (name: string, relation: Relation, values: [string, number | null][]) => ({
	place: { code: name, name, kind: 'municipality' as const },
	relation,
	values: values.map(([period, number]) => value(period, number))
});
const series = (unit: string): Series => ({
	...{
		id: 's',
		placeCode: '1785',
		title: 'Anmälda brott',
		parts: [],
		unit,
		version: 2,
		public: true,
		notes: []
	},
	lines: [
		line('Säffle', 'own', [
			['2010', 90],
			['2015', 100],
			['2016', 110],
			['2017', 120],
			['2018', 500]
		]),
		line('Riket', 'country', [
			['2015', 80],
			['2017', 90]
		]),
		line('Arvika', 'similar', [['2017', 70]])
	],
	versions: [
		{
			...{ version: 2, source: 'Brå', licence: '', sourceUpdated: '', retrievedOn: '2026-11-01' },
			...{ importedAt: new Date(0), added: 5, revised: 0 }
		}
	]
});

const period = { from: '2017-01-01', to: '2017-12-31' };

test('a series becomes evidence of its latest value in the period, with how much worse it has become', () => {
	const taken = seriesEvidence(series('antal'), period)!;
	expect(taken.statement).toBe('Anmälda brott: 120\u00a0antal 2017 (2015: 100\u00a0antal)');
	expect(taken).toMatchObject({ source: 'Källa: Brå', day: '2017-12-31' });
	expect(taken.frozen.worse).toBeCloseTo(0.2);
	expect(taken.frozen.lines.map(({ name }) => name)).toEqual(['Säffle']);
});

test('rates are held against the country, counts are not', () => {
	const taken = seriesEvidence(series('per 100 000 invånare'), period)!;
	expect(taken.frozen.lines.map(({ name }) => name)).toEqual(['Säffle', 'Riket']);
	expect(seriesEvidence(series('antal'), { from: '1990-01-01', to: '1991-01-01' })).toBeUndefined();
});

test('what people feel good about is worse when it falls', () => {
	expect(worseBy('Andel trygga', 80, 60)).toBeCloseTo(0.25);
	expect(worseBy('Anmälda brott', 80, 60)).toBeCloseTo(-0.25);
	expect(worseBy('Anmälda brott', 0, 60)).toBeNull();
});

test('a drawing begins at zero and stays inside its box', () => {
	const drawn = drawSeries(seriesEvidence(series('per 100 000 invånare'), period)!.frozen.lines, 'sv')!;
	expect(drawn.ticks[0]!.text).toBe('0');
	for (const { dots } of drawn.lines)
		for (const { x, y } of dots) {
			expect(x).toBeLessThanOrEqual(drawn.width);
			expect(y).toBeGreaterThanOrEqual(0);
			expect(y).toBeLessThanOrEqual(drawn.height);
		}
	expect([niceStep(120), niceStep(7), niceStep(0.4)].map((step) => Number(step.toPrecision(3)))).toEqual([
		50, 2, 0.1
	]);
});
