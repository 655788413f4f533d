import type { Random } from '../server/random.ts';

/** Crockford's base32: no I, L, O or U, so that nothing on the slip can be taken for something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** A new one-time code as it is printed: `XXXX-XXXX-XXXX`, 60 random bits. */
export function newOneTimeCode(random: Random): string {
	const letters = [...random.bytes(length)].map((byte) => alphabet[byte % alphabet.length]!).join('');
	return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The code that somebody wrote, without hyphens and in capitals; blanks, hyphens, small letters, and O, I and L for
 * 0 and 1 are forgiven. Undefined when it cannot be a code.
 */
export function readOneTimeCode(written: string): string | undefined {
	const plain = written
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Dash}]/gu, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	return plain.length === length && [...plain].every((letter) => alphabet.includes(letter))
		? plain
		: undefined;
}
