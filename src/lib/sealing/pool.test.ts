import { expect, test } from 'vitest';
import { effectiveSize, groupBySource, type PooledSheet } from './pool.ts';

const sheet = (id: string, source: string, weight = 1): PooledSheet => ({ id, label: [], source, weight });

test('a thousand sheets from one source count as one', () => {
	const flood = Array.from({ length: 1000 }, (_, index) => sheet(`${index}`, 'flood'));
	expect(effectiveSize(flood)).toBe(1);
	expect(effectiveSize([...flood, sheet('x', 'other')])).toBe(2);
});

test('recovered sheets count one half each, and no sheets count nothing', () => {
	expect(effectiveSize([sheet('a', 'a', 0.5), sheet('b', 'b', 0.5), sheet('c', 'c')])).toBe(2);
	expect(effectiveSize([])).toBe(0);
});

test('sheets are grouped by source', () => {
	const groups = groupBySource([sheet('a', 'one'), sheet('b', 'two'), sheet('c', 'one')]);
	expect([...groups].map(([source, sheets]) => [source, sheets.map(({ id }) => id)])).toEqual([
		['one', ['a', 'c']],
		['two', ['b']]
	]);
});
