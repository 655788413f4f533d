import { describe, expect, test } from 'vitest';
import { seededRandom, type Random } from '#lib/server/random.ts';
import { newCode, parseCode } from './code.ts';

/** Randomness that gives these numbers in turn. */
const giving = (...numbers: number[]): Random => ({
	...seededRandom('code'),
	integer: () => numbers.shift()!
});

describe('a new code', () => {
	test('is six digits without a leading zero', () => {
		const random = seededRandom('codes');
		for (let i = 0; i < 1000; i++) expect(newCode(random)).toMatch(/^[1-9]\d{5}$/);
	});

	test.each([112112, 811235, 114140, 311313, 117700, 123456, 654321, 567890, 777777, 121212, 345345, 987654])(
		'is never %d',
		(number) => {
			expect(newCode(giving(number, 402913))).toBe('402913');
		}
	);
});

describe('a written code', () => {
	test.each([
		['402913', '402913'],
		[' 402 913 ', '402913'],
		['402-913', '402913'],
		['402–913', '402913'],
		['40 29 13', '402913'],
		['٤٠٢٩١٣', '402913'],
		['۴۰۲۹۱۳', '402913'],
		['40291', undefined],
		['4029134', undefined],
		['000000', '000000'],
		['40291a', undefined],
		['', undefined]
	])('"%s" is read as %s', (written, code) => {
		expect(parseCode(written)).toBe(code);
	});
});
