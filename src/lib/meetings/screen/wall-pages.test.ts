import { expect, test } from 'vitest';
import { pageAt, pageMilliseconds, pageScale, wallPages } from './wall-pages.ts';

const room = { characters: 10, lines: 4 };
const texts = (...lengths: number[]) => lengths.map((length) => ({ text: 'x'.repeat(length) }));

test('texts fill pages in their order, and none is lost', () => {
	const pages = wallPages(texts(10, 20, 10, 35, 5), room);
	expect(pages.map((page) => page.map(({ text }) => text.length))).toEqual([[10, 20], [10], [35], [5]]);
	expect(wallPages([], room)).toEqual([]);
});

test('a text that is longer than a page stands alone, written smaller', () => {
	const pages = wallPages(texts(10, 90, 10), room);
	expect(pages.map((page) => page.length)).toEqual([1, 1, 1]);
	expect(pageScale(pages[0]!, room)).toBe(1);
	expect(pageScale(pages[1]!, room)).toBeLessThan(1);
});

test('pages change by the clock, for everybody at once', () => {
	expect(pageAt(pageMilliseconds - 1, 3)).toBe(0);
	expect(pageAt(pageMilliseconds, 3)).toBe(1);
	expect(pageAt(pageMilliseconds * 3, 3)).toBe(0);
	expect(pageAt(123, 0)).toBe(0);
});
