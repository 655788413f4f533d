import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { challengeText, firstWord, readProof, solve, type Challenge } from './proof-of-work.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest();
const challenge = (bits: number): Challenge => ({
	salt: 'Abc_-'.repeat(5).slice(0, 22),
	bits,
	expires: 1_800_000_000
});

describe('a proof of work', () => {
	test('hashes as everybody does', () => {
		for (let length = 0; length <= 55; length++) {
			const text = 'The quick brown fox jumps over the lazy dog; 0123456789.'.slice(0, length);
			expect(firstWord(text), text).toBe(hashOf(text).readInt32BE(0));
		}
	});

	test.each([0, 1, 8, 13])('of %s bits is found and holds', async (bits) => {
		const proof = await solve(challengeText(challenge(bits)));
		expect(readProof(proof)).toMatchObject(challenge(bits));
		expect(Math.clz32(hashOf(proof).readInt32BE(0))).toBeGreaterThanOrEqual(bits);
	});

	test.each([
		'',
		'12',
		'12.1800000000.short.a',
		`12.1800000000.${'A'.repeat(22)}`,
		`x.1.${'A'.repeat(22)}.a`
	])('is not: "%s"', (text) => {
		expect(readProof(text)).toBeUndefined();
	});
});
