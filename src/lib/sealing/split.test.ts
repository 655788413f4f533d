import { expect, test } from 'vitest';
import { seededRandom } from '../server/random.ts';
import { labelText, type Label } from './label.ts';
import { effectiveSize, type PooledSheet } from './pool.ts';
import { splitIntoBlocks } from './split.ts';

let serial = 0;
const sheets = (count: number, ...label: Label): PooledSheet[] =>
	Array.from({ length: count }, () => {
		const id = `${serial++}`;
		return { id, label, source: id, weight: 1 };
	});

const options = { dimensions: 2, crowd: 5, coin: 0 };

/** Label → size. */
const split = (pool: PooledSheet[], coin = 0) =>
	Object.fromEntries(
		splitIntoBlocks(pool, { ...options, coin }, seededRandom('split')).map((block) => [
			labelText(block.label),
			block.sheets.length
		])
	);

test('crowds are told apart in every dimension', () => {
	expect(
		split([...sheets(6, 'north', 'young'), ...sheets(7, 'north', 'old'), ...sheets(5, 'south', 'old')])
	).toEqual({
		'north|young': 6,
		'north|old': 7,
		'south|old': 5
	});
});

test('parts under a crowd are pooled together', () => {
	expect(
		split([...sheets(8, 'north', 'old'), ...sheets(2, 'east', 'old'), ...sheets(4, 'west', 'young')])
	).toEqual({
		'north|old': 8,
		'*|*': 6
	});
});

test('a single small part takes the smallest crowd with it', () => {
	expect(
		split([...sheets(9, 'north', 'old'), ...sheets(6, 'south', 'old'), ...sheets(1, 'east', 'old')])
	).toEqual({ 'north|old': 9, '*|old': 7 });
});

test('where no part is a crowd the dimension is left out and the next one is tried', () => {
	expect(
		split([...sheets(3, 'north', 'old'), ...sheets(4, 'south', 'old'), ...sheets(6, 'south', 'young')])
	).toEqual({
		'*|young': 6,
		'*|old': 7
	});
	expect(
		split([...sheets(4, 'north', 'old'), ...sheets(4, 'south', 'old'), ...sheets(4, 'east', 'young')])
	).toEqual({
		'*|*': 12
	});
});

test('what is not stated belongs to the pooled rest', () => {
	expect(split([...sheets(6, 'north', 'old'), ...sheets(6, '*', 'old')])).toEqual({
		'north|old': 6,
		'*|old': 6
	});
	expect(split([...sheets(6, 'north', 'old'), ...sheets(2, '*', 'old')])).toEqual({ '*|old': 8 });
});

test('a lost coin leaves the set in one piece', () => {
	expect(split([...sheets(6, 'north', 'young'), ...sheets(7, 'south', 'old')], 1)).toEqual({ '*|*': 13 });
});

test('no sheets give no block', () => expect(split([])).toEqual({}));

test('every block is a crowd of sources and no sheet is lost, whatever comes in', () => {
	const random = seededRandom('many pools');
	for (let round = 0; round < 500; round++) {
		const pool = Array.from({ length: random.integer(10, 60) }, (_, index) => ({
			id: `${index}`,
			label: ['*', 'a', 'b', 'c']
				.slice(random.integer(0, 3))
				.slice(0, 1)
				.concat(random.chance(0.3) ? 'x' : 'y'),
			source: random.chance(0.3) ? 'flood' : `${index}`,
			weight: random.chance(0.2) ? 0.5 : 1
		}));
		if (effectiveSize(pool) < 5) continue;
		const blocks = splitIntoBlocks(pool, { ...options, coin: 0.1 }, random);
		for (const block of blocks) expect(effectiveSize(block.sheets)).toBeGreaterThanOrEqual(5);
		const ids = blocks.flatMap((block) => block.sheets.map(({ id }) => id));
		expect(new Set(ids).size).toBe(pool.length);
		expect(ids.length).toBe(pool.length);
		for (const { label, sheets: members } of blocks)
			for (const member of members)
				expect(label.every((value, index) => value === '*' || value === member.label[index])).toBe(true);
	}
});
