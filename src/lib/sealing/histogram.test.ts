import { expect, test } from 'vitest';
import type { Question, QuestionKind } from '../questionnaire/question.ts';
import { answeredIn, emptyHistogram, histogramOf, sumHistograms, withoutSources } from './histogram.ts';

const question = (kind: QuestionKind): Question => ({
	key: 'q',
	version: 1,
	kind,
	text: { sv: 'Fråga' },
	options: kind === 'text' ? [] : ['a', 'b', 'c'].map((key) => ({ key, text: { sv: key } }))
});

test('a sheet without an answer is a sheet and skipped', () => {
	const histogram = histogramOf(question('choice'), ['a', undefined, 'a', 'b']);
	expect(histogram).toEqual({ sheets: 4, skipped: 1, counts: { a: 2, b: 1 } });
	expect(answeredIn(histogram)).toBe(3);
});

test('several choices count the sheet once per option', () => {
	expect(histogramOf(question('choices'), [['a', 'b'], ['b']])).toEqual({
		sheets: 2,
		skipped: 0,
		counts: { a: 1, b: 2 }
	});
});

test('a ranking also counts what came first', () => {
	expect(histogramOf(question('ranking'), [['c', 'a'], ['a'], undefined])).toEqual({
		sheets: 3,
		skipped: 1,
		counts: { a: 2, c: 1 },
		first: { a: 1, c: 1 }
	});
});

test('a text only counts how many wrote', () => {
	expect(histogramOf(question('text'), ['Hej', undefined])).toEqual({ sheets: 2, skipped: 1, counts: {} });
});

test('a sum has the sheets of both and leaves them as they are', () => {
	const a = histogramOf(question('ranking'), [['a', 'b']]);
	const b = histogramOf(question('ranking'), [['b', 'c'], undefined]);
	const before = structuredClone([a, b]);
	expect(sumHistograms(a, b)).toEqual(histogramOf(question('ranking'), [['a', 'b'], ['b', 'c'], undefined]));
	expect([a, b]).toEqual(before);
	expect(sumHistograms(emptyHistogram(), a)).toEqual(a);
});

test('only a sheet that is alone of its source is cover for what others answered', () => {
	const answers = ['a', 'a', 'b', 'b', 'c', 'b'];
	const sources = ['one', 'two', 'three', 'flood', 'flood', null];
	expect(histogramOf(question('choice'), answers, sources).cover).toEqual({ '': 3, a: 1, b: 2, c: 3 });
});

test('a blank sheet is cover for a text that was written, and for no option', () => {
	const sources = ['one', 'two', 'three'];
	expect(histogramOf(question('choice'), ['a', 'a', undefined], sources).cover).toEqual({
		'': 2,
		a: 0,
		b: 2,
		c: 2
	});
	expect(histogramOf(question('text'), ['Hej', undefined, undefined], sources).cover).toEqual({
		'': 1,
		'*': 2
	});
});

test('cover is added up and never published', () => {
	const block = histogramOf(question('choice'), ['a', 'b', 'b'], ['one', 'two', null]);
	const sum = sumHistograms(sumHistograms(emptyHistogram(), block), block);
	expect(sum.cover).toEqual({ '': 4, a: 2, b: 2, c: 4 });
	expect(withoutSources(sum)).toEqual({ sheets: 6, skipped: 0, counts: { a: 2, b: 4 } });
});
