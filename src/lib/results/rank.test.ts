import { describe, expect, test } from 'vitest';
import { rankCounts } from './rank.ts';

const ranksOf = (counts: number[], n: number) =>
	rankCounts(counts, n).map(({ rank, tied }) => `${rank}${tied ? '=' : ''}`);

describe('ranks', () => {
	test.each<[string, { counts: number[]; n: number; expected: string[] }]>([
		['nothing gives nothing', { counts: [], n: 0, expected: [] }],
		['clear differences give 1, 2, 3', { counts: [40, 10, 25], n: 60, expected: ['1', '3', '2'] }],
		[
			'equal counts share a rank and the next one skips',
			{ counts: [31, 21, 21, 14], n: 60, expected: ['1', '2=', '2=', '4'] }
		],
		['two apart is a tie however few there are', { counts: [12, 10, 7], n: 12, expected: ['1=', '1=', '3'] }],
		['three apart is none among few', { counts: [12, 9], n: 12, expected: ['1', '2'] }],
		[
			'five per cent apart is a tie among many',
			{ counts: [200, 190, 170], n: 200, expected: ['1=', '1=', '3'] }
		],
		['more than five per cent apart is none', { counts: [200, 189], n: 200, expected: ['1', '2'] }],
		[
			'small steps are held against the first of the group only',
			{ counts: [14, 12, 10, 8], n: 14, expected: ['1=', '1=', '3=', '3='] }
		],
		['nobody chose anything', { counts: [0, 0], n: 10, expected: ['1=', '1='] }]
	])('%s', (_name, { counts, n, expected }) => {
		expect(ranksOf(counts, n)).toEqual(expected);
	});
});
