/** Random bytes: `crypto.getRandomValues` in a browser, the context's randomness on the server. */
export type RandomBytes = (length: number) => Uint8Array;

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A key that nobody has used, such as `question_k3v9x0ab`: two people can add something at the same time. The words
 * of a question or an option are no part of it, since they change and the key does not.
 */
export function newKey(prefix: 'question' | 'option', random: RandomBytes): string {
	const signs = [...random(10)].map((byte) => letters[byte % letters.length]);
	return `${prefix}_${signs.join('')}`;
}
