import { expect, test } from 'vitest';
import { seededRandom } from '../server/random.ts';
import type { Histogram } from './histogram.ts';
import { addBlocks, closeLedger, emptyLedger, entryKey, type SealedBlock } from './ledger.ts';
import type { QuestionRule } from './publish-rule.ts';

const rule: QuestionRule = {
	crowd: 5,
	insiders: 1,
	onlyAtClosing: false,
	unanimityShown: false,
	follows: null
};
const sensitive: QuestionRule = { ...rule, crowd: 10, insiders: 2, onlyAtClosing: true };

const histogram = (yes: number, no: number, skipped = 0): Histogram => ({
	sheets: yes + no + skipped,
	skipped,
	counts: { ...(yes && { yes }), ...(no && { no }) }
});

const block = (label: string, histograms: Record<string, Histogram>): SealedBlock => ({
	label,
	size: Object.values(histograms)[0]!.sheets,
	histograms
});

const options = (rules: Record<string, QuestionRule>, coin = 0) => ({
	rules: new Map(Object.entries(rules)),
	coin,
	random: seededRandom('ledger')
});

test('a block that meets the rule is published under its label', () => {
	const ledger = emptyLedger();
	const change = addBlocks(ledger, [block('north', { q: histogram(4, 3) })], options({ q: rule }));
	expect(change.chunks).toEqual([{ questionKey: 'q', label: 'north', histogram: histogram(4, 3) }]);
	expect(ledger.sealed).toEqual(new Map([['north', 7]]));
	expect(ledger.published).toEqual(new Map([[entryKey('q', 'north'), histogram(4, 3)]]));
	expect(ledger.remainder.size).toBe(0);
});

test('a unanimous block is counted as sealed and waits for the next block of its label', () => {
	const ledger = emptyLedger();
	const first = addBlocks(ledger, [block('north', { q: histogram(7, 0) })], options({ q: rule }));
	expect(first.chunks).toEqual([]);
	expect(first.labels).toEqual(['north']);
	expect(first.entries).toEqual([{ questionKey: 'q', label: 'north' }]);
	const other = addBlocks(ledger, [block('south', { q: histogram(3, 3) })], options({ q: rule }));
	expect(other.chunks.map(({ label }) => label)).toEqual(['south']);
	const second = addBlocks(ledger, [block('north', { q: histogram(2, 4) })], options({ q: rule }));
	expect(second.chunks).toEqual([{ questionKey: 'q', label: 'north', histogram: histogram(9, 4) }]);
	expect(ledger.sealed.get('north')).toBe(13);
});

test('blocks of one step are tried one after another and reported as one number', () => {
	const ledger = emptyLedger();
	const blocks = [histogram(5, 0), histogram(3, 3), histogram(6, 0)].map((q) => block('', { q }));
	const { chunks } = addBlocks(ledger, [...blocks, block('', { q: histogram(2, 3) })], options({ q: rule }));
	expect(chunks).toEqual([{ questionKey: 'q', label: '', histogram: histogram(16, 6) }]);
});

test('a lost coin holds back what could be published', () => {
	const ledger = emptyLedger();
	expect(addBlocks(ledger, [block('', { q: histogram(3, 3) })], options({ q: rule }, 1)).chunks).toEqual([]);
	expect(ledger.remainder.get(entryKey('q', ''))).toEqual(histogram(3, 3));
});

test('cover stays with what is held back', () => {
	const ledger = emptyLedger();
	const held = { ...histogram(9, 3), cover: { '': 9, yes: 0, no: 5 } };
	const covered = { ...histogram(3, 3), cover: { '': 3, yes: 2, no: 1 } };
	expect(addBlocks(ledger, [block('', { q: held })], options({ q: rule })).chunks).toEqual([]);
	const { chunks } = addBlocks(ledger, [block('', { q: covered })], options({ q: rule }));
	expect(chunks[0]!.histogram).toEqual(histogram(12, 6));
	expect(ledger.published.get(entryKey('q', ''))).toEqual(histogram(12, 6));
});

test('a block that is too small is nowhere in public', () => {
	const ledger = emptyLedger();
	const change = addBlocks(
		ledger,
		[{ ...block('*', { q: histogram(2, 1) }), tooSmall: true }],
		options({ q: rule })
	);
	expect(change).toEqual({ chunks: [], labels: [], entries: [] });
	expect(ledger).toEqual(emptyLedger());
});

test('a question is published only for blocks whose deciding question is published', () => {
	const rules = { q: rule, r: { ...rule, follows: 'q' } };
	const ledger = emptyLedger();
	const unanimous = block('', { q: histogram(12, 0), r: histogram(6, 6) });
	expect(addBlocks(ledger, [unanimous], options(rules)).chunks).toEqual([]);
	const mixed = block('', { q: histogram(7, 5), r: histogram(3, 4, 5) });
	const { chunks } = addBlocks(ledger, [mixed], options(rules));
	expect(chunks.map(({ questionKey, histogram: { sheets } }) => [questionKey, sheets])).toEqual([
		['q', 24],
		['r', 24]
	]);
});

test('a deciding question that is held back later does not hold back what follows for ever', () => {
	const rules = { q: rule, r: { ...rule, follows: 'q' } };
	const ledger = emptyLedger();
	addBlocks(ledger, [block('', { q: histogram(6, 6), r: histogram(4, 0, 8) })], options(rules));
	expect(ledger.published.has(entryKey('r', ''))).toBe(false);
	addBlocks(ledger, [block('', { q: histogram(12, 0), r: histogram(5, 5, 2) })], options(rules));
	expect(ledger.published.get(entryKey('r', ''))).toBeUndefined();
	addBlocks(ledger, [block('', { q: histogram(6, 6), r: histogram(2, 2, 8) })], options(rules));
	expect(ledger.published.get(entryKey('r', ''))).toEqual(histogram(11, 7, 18));
});

test('a sensitive question is published at closing only, as one number per label', () => {
	const ledger = emptyLedger();
	const rules = options({ q: sensitive });
	const blocks = [histogram(6, 6), histogram(5, 8), histogram(9, 4)].map((q) => block('north', { q }));
	expect(addBlocks(ledger, blocks, rules).chunks).toEqual([]);
	expect(closeLedger(ledger, { ...rules, sensitiveBlocks: blocks }).chunks).toEqual([
		{ questionKey: 'q', label: 'north', histogram: histogram(20, 18) }
	]);
	expect(ledger.remainder.size).toBe(0);
});

test('at closing what is held back climbs until it may be published', () => {
	const ledger = emptyLedger();
	const rules = options({ q: rule });
	addBlocks(
		ledger,
		[
			block('north|old', { q: histogram(6, 0) }),
			block('north|young', { q: histogram(0, 5) }),
			block('south|*', { q: histogram(7, 1) })
		],
		rules
	);
	const { chunks, labels, entries } = closeLedger(ledger, { ...rules, sensitiveBlocks: [] });
	expect(chunks).toEqual([{ questionKey: 'q', label: 'north|*', histogram: histogram(6, 5) }]);
	expect(labels).toEqual([]);
	expect(entries.map(({ label }) => label)).toEqual([
		'north|old',
		'north|*',
		'north|young',
		'south|*',
		'*|*'
	]);
	expect([...ledger.remainder]).toEqual([[entryKey('q', '*|*'), histogram(7, 1)]]);
	expect(ledger.sealed).toEqual(
		new Map([
			['north|old', 6],
			['north|young', 5],
			['south|*', 8]
		])
	);
});

test('what lost the coin is not tried again at closing before something joins it', () => {
	const ledger = emptyLedger();
	addBlocks(ledger, [block('north', { q: histogram(3, 3) })], options({ q: rule }, 1));
	const { chunks } = closeLedger(ledger, { ...options({ q: rule }), sensitiveBlocks: [] });
	expect(chunks).toEqual([{ questionKey: 'q', label: '*', histogram: histogram(3, 3) }]);
	const without = emptyLedger();
	addBlocks(without, [block('', { q: histogram(3, 3) })], options({ q: rule }, 1));
	expect(closeLedger(without, { ...options({ q: rule }), sensitiveBlocks: [] }).chunks).toEqual([]);
});

test('a question climbs together with the one that decides whether it is asked', () => {
	const rules = options({ q: rule, r: { ...rule, follows: 'q' } });
	const ledger = emptyLedger();
	addBlocks(
		ledger,
		[
			block('north', { q: histogram(12, 0), r: histogram(6, 6) }),
			block('south', { q: histogram(0, 6), r: histogram(0, 0, 6) })
		],
		rules
	);
	expect(closeLedger(ledger, { ...rules, sensitiveBlocks: [] }).chunks).toEqual([
		{ questionKey: 'q', label: '*', histogram: histogram(12, 6) },
		{ questionKey: 'r', label: '*', histogram: histogram(6, 6, 6) }
	]);
});
