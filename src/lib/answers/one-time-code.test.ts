import { expect, it } from 'vitest';
import { seededRandom } from '../server/random.ts';
import { newOneTimeCode, readOneTimeCode } from './one-time-code.ts';

it('is printed in three groups of four, and read back whatever way it is written', () => {
	const random = seededRandom('codes');
	const codes = Array.from({ length: 1000 }, () => newOneTimeCode(random));
	expect(new Set(codes).size).toBe(codes.length);
	for (const code of codes) {
		expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
		const plain = code.replaceAll('-', '');
		const careless = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ');
		for (const written of [code, plain, ` ${code} `, careless])
			expect(readOneTimeCode(written), written).toBe(plain);
	}
});

it('uses every letter of the alphabet alike', () => {
	const random = seededRandom('letters');
	const letters = Array.from({ length: 2000 }, () => newOneTimeCode(random).replaceAll('-', '')).join('');
	const counts = new Map<string, number>();
	for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	expect(counts.size).toBe(32);
	for (const count of counts.values()) expect(Math.abs(count - 750)).toBeLessThan(140);
});

it.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMNP', 'ABCD-EFGH-JKMU', 'ABCD-EFGH-JKM!', '１'.repeat(11)])(
	'"%s" is no code',
	(written) => expect(readOneTimeCode(written)).toBeUndefined()
);

it('forgives full-width signs and every kind of hyphen', () => {
	expect(readOneTimeCode('ＡＢＣＤ－１２３４—zzzz')).toBe('ABCD1234ZZZZ');
});
