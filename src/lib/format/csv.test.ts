import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const cellOf = (text: string) => csvOf([[text]]).slice(1, -2);

test('a file begins with the mark and separates with semicolons and CRLF', () => {
	expect(
		csvOf([
			['a', 1, null],
			['å', -2, '']
		])
	).toBe('\ufeffa;1;\r\nå;-2;\r\n');
});

test('separators, quotes and line breaks stay inside their cell', () => {
	expect(cellOf('a;b')).toBe('"a;b"');
	expect(cellOf('säg "hej"')).toBe('"säg ""hej"""');
	expect(cellOf('rad 1\nrad 2')).toBe('"rad 1\nrad 2"');
});

test.each([
	'=1+1',
	'+46',
	'-1',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	' =1',
	'\u00a0=1',
	'＝1',
	'|calc',
	'%0A',
	'\n=1'
])('%j never becomes a formula', (text) => expect(cellOf(text)).toMatch(/^"'/));

test('a number stays a number also below zero', () => {
	expect(csvOf([[-3]])).toBe('\ufeff-3\r\n');
});
