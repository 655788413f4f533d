import { expect, test } from 'vitest';
import { seededRandom } from '../server/random.ts';
import { chooseBlocks, chooseClosingBlocks } from './choose-blocks.ts';
import { labelText, type Label } from './label.ts';
import { effectiveSize, type PooledSheet } from './pool.ts';
import { freshThresholds, type Thresholds } from './threshold.ts';

let serial = 0;
const sheets = (count: number, label: Label = ['north'], extra: Partial<PooledSheet> = {}): PooledSheet[] =>
	Array.from({ length: count }, () => {
		const id = `${serial++}`;
		return { id, label, source: id, weight: 1, ...extra };
	});

const settings = { crowd: 5, coin: 0.1, freshness: 0.25 as number | null };
const at = (strata: [string, number][], pool: number | null): Thresholds => ({
	strata: new Map(strata),
	pool
});

const choose = (
	pool: PooledSheet[],
	overrides: Partial<Parameters<typeof chooseBlocks>[0]> = {},
	seed = 'choose'
) =>
	chooseBlocks(
		{ pool, sealedCount: 0, settings, thresholds: freshThresholds(), ...overrides },
		seededRandom(seed)
	);

test('a label is sealed at its threshold and not before', () => {
	const pool = [...sheets(7), ...sheets(6, ['south'])];
	expect(
		choose(pool, {
			thresholds: at(
				[
					['north', 8],
					['south', 9]
				],
				99
			)
		}).blocks
	).toEqual([]);
	const { blocks, thresholds } = choose(pool, {
		thresholds: at(
			[
				['north', 7],
				['south', 9]
			],
			99
		)
	});
	expect(blocks.map(({ label, sheets: { length } }) => [labelText(label), length])).toEqual([['north', 7]]);
	expect([...thresholds.strata]).toEqual([['south', 9]]);
});

test('no label is sealed when less than a crowd would stay behind', () => {
	const thresholds = at(
		[
			['north', 5],
			['south', 5]
		],
		99
	);
	expect(choose([...sheets(9), ...sheets(4, ['south'])], { thresholds }).blocks).toEqual([]);
	expect(choose([...sheets(5), ...sheets(5, ['south'])], { thresholds }).blocks).toHaveLength(1);
	expect(choose(sheets(30), { thresholds }).blocks).toEqual([]);
});

test('thresholds are drawn from k..2k and 2k..3k and kept until they are used', () => {
	const seen = new Set<number>();
	for (let seed = 0; seed < 200; seed++) {
		const { thresholds } = choose(sheets(1), {}, `draw ${seed}`);
		seen.add(thresholds.strata.get('north')!).add(thresholds.pool!);
		expect(choose(sheets(2), { thresholds }, `again ${seed}`).thresholds).toEqual(thresholds);
	}
	expect([...seen].sort((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
});

test('a fresh pool is sealed but for a random k..2k-1', () => {
	const held = new Map<number, number>();
	for (let seed = 0; seed < 400; seed++) {
		const pool = sheets(40);
		const { blocks, thresholds } = choose(pool, { thresholds: at([['north', 99]], 10) }, `fresh ${seed}`);
		const stays = 40 - blocks.reduce((sum, block) => sum + block.sheets.length, 0);
		held.set(stays, (held.get(stays) ?? 0) + 1);
		expect(thresholds.pool).toBeNull();
	}
	expect([...held.keys()].sort()).toEqual([5, 6, 7, 8, 9]);
	for (const times of held.values()) expect(times).toBeGreaterThan(40);
});

test('who is held back has nothing to do with who came last', () => {
	const stayed = Array<number>(20).fill(0);
	for (let seed = 0; seed < 600; seed++) {
		const pool = sheets(20);
		const { blocks } = choose(pool, { thresholds: at([['north', 99]], 10) }, `order ${seed}`);
		const sealed = new Set(blocks.flatMap((block) => block.sheets));
		pool.forEach((sheet, index) => (stayed[index]! += sealed.has(sheet) ? 0 : 1));
	}
	for (const times of stayed) expect(Math.abs(times - 210)).toBeLessThan(60);
});

test('the more is sealed the more must wait, and null never seals by freshness', () => {
	const thresholds = at([['north', 99]], 10);
	expect(choose(sheets(24), { thresholds, sealedCount: 100 }).blocks).toEqual([]);
	expect(choose(sheets(25), { thresholds, sealedCount: 100 }).blocks).not.toEqual([]);
	expect(choose(sheets(90), { thresholds, settings: { ...settings, freshness: null } }).blocks).toEqual([]);
});

test('a flood from one source seals nothing and cannot fill the part that is held back', () => {
	const flood = sheets(500, ['north'], { source: 'flood' });
	const thresholds = at(
		[
			['north', 5],
			['south', 99]
		],
		10
	);
	expect(choose([...flood, ...sheets(3), ...sheets(5, ['south'])], { thresholds }).blocks).toEqual([]);
	for (let seed = 0; seed < 100; seed++) {
		const pool = [...flood, ...sheets(14, ['south'])];
		const { blocks } = choose(pool, { thresholds }, `flood ${seed}`);
		const sealed = new Set(blocks.flatMap((block) => block.sheets));
		expect(effectiveSize(pool.filter((sheet) => !sealed.has(sheet)))).toBeGreaterThanOrEqual(5);
		for (const block of blocks) expect(effectiveSize(block.sheets)).toBeGreaterThanOrEqual(5);
	}
});

test('recovered sheets count one half, in what is sealed and in what is held back', () => {
	const half = (count: number) => sheets(count, ['north'], { weight: 0.5 });
	const thresholds = at([['north', 99]], 10);
	expect(choose(half(19), { thresholds }).blocks).toEqual([]);
	for (let seed = 0; seed < 100; seed++) {
		const pool = [...half(12), ...sheets(6)];
		const { blocks } = choose(pool, { thresholds }, `half ${seed}`);
		const sealed = new Set(blocks.flatMap((block) => block.sheets));
		expect(effectiveSize(pool.filter((sheet) => !sealed.has(sheet)))).toBeGreaterThanOrEqual(5);
		for (const block of blocks) expect(effectiveSize(block.sheets)).toBeGreaterThanOrEqual(5);
	}
});

test('closing takes everything, in crowds smaller than two', () => {
	for (let seed = 0; seed < 100; seed++) {
		const pool = [...sheets(33), ...sheets(8, ['south']), ...sheets(2, ['east'])];
		const blocks = chooseClosingBlocks({ pool, settings }, seededRandom(`closing ${seed}`));
		expect(blocks.flatMap((block) => block.sheets.map(({ id }) => id)).sort()).toEqual(
			pool.map(({ id }) => id).sort()
		);
		for (const block of blocks) {
			expect(block.tooSmall).toBeUndefined();
			expect(effectiveSize(block.sheets)).toBeGreaterThanOrEqual(5);
			expect(effectiveSize(block.sheets)).toBeLessThan(10);
		}
	}
});

test('recovered sheets are crowds at closing too', () => {
	for (let seed = 0; seed < 100; seed++) {
		const pool = [...sheets(17, ['north'], { weight: 0.5 }), ...sheets(2)];
		const blocks = chooseClosingBlocks({ pool, settings }, seededRandom(`recovered ${seed}`));
		for (const block of blocks) expect(effectiveSize(block.sheets)).toBeGreaterThanOrEqual(5);
	}
});

test('less than a crowd at closing is one block that says so', () => {
	const pool = [...sheets(3), ...sheets(300, ['south'], { source: 'flood' })];
	expect(chooseClosingBlocks({ pool, settings }, seededRandom('few'))).toEqual([
		{ label: ['*'], sheets: pool, tooSmall: true }
	]);
	expect(chooseClosingBlocks({ pool: [], settings }, seededRandom('none'))).toEqual([]);
});

test('a dialogue without background has one label', () => {
	const { blocks } = choose(sheets(20, []), { thresholds: at([], 10) });
	expect(blocks.map(({ label }) => label)).toEqual([[]]);
});
