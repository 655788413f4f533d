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

test('somebody who answers many times from one source is nobody who answered otherwise', () => {
	const answers = ['a', 'a', 'b', 'b', 'b', 'b'];
	const sources = ['one', 'two', 'flood', 'flood', 'flood', 'flood'];
	expect(histogramOf(question('choice'), answers, sources).others).toEqual({ a: 0, b: 1, c: 2 });
});

test('an unknown source and a blank sheet answer nothing otherwise', () => {
	expect(histogramOf(question('choice'), ['a', 'a', undefined], [null, null, 'three']).others).toEqual({
		a: 0,
		b: 0,
		c: 0
	});
	expect(
		histogramOf(question('text'), ['Hej', undefined, undefined], ['one', 'two', 'three']).others
	).toEqual({
		'': 1
	});
});

test('what is known about sources is added up and never published', () => {
	const block = histogramOf(question('choice'), ['a', 'b', 'b'], ['one', 'two', 'three']);
	const sum = sumHistograms(sumHistograms(emptyHistogram(), block), block);
	expect(sum.others).toEqual({ a: 2, b: 0, c: 4 });
	expect(withoutSources(sum)).toEqual({ sheets: 6, skipped: 0, counts: { a: 2, b: 4 } });
});
