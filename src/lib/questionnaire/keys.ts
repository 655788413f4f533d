/** Names that every JavaScript object already answers to cannot be keys of ours. */
const isFree = (key: string): boolean => !(key in {});

/** A question's key: snake_case of a–z and 0–9, so that it can be a column's name. */
export const isQuestionKey = (key: string): boolean =>
	/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key) && isFree(key);

/** An option's key becomes part of a label, so it can hold neither `|` nor `*`. */
export const isOptionKey = (key: string): boolean => /^[a-z0-9][a-z0-9_-]*$/.test(key) && isFree(key);

/**
 * A key for a question or an option that somebody writes themselves: `own_` and the bytes in hexadecimal. Five random
 * bytes are enough for two people never to make the same one.
 */
export const ownKey = (bytes: Iterable<number>): string =>
	`own_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The key itself when nobody has it, else the first of `key_2`, `key_3`, … that is free. */
export function freeKey(key: string, taken: Iterable<string>): string {
	const used = new Set(taken);
	let free = key;
	for (let number = 2; used.has(free); number++) free = `${key}_${number}`;
	return free;
}
