import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { isEqual } from './is-equal.ts';
import { freeKey, isOptionKey, isQuestionKey, ownKey } from './keys.ts';

test('an own key is a key of a question and of an option, whatever the bytes', () => {
	expect(ownKey([0, 1, 255])).toBe('own_0001ff');
	for (let tries = 0; tries < 100; tries++) {
		const key = ownKey(randomBytes(5));
		expect(isQuestionKey(key) && isOptionKey(key)).toBe(true);
	}
});

test('a free key is the key itself, or the first number that nobody has', () => {
	expect(freeKey('safe', [])).toBe('safe');
	expect(freeKey('safe', ['safe', 'safe_3'])).toBe('safe_2');
	expect(freeKey('safe', new Set(['safe', 'safe_2']))).toBe('safe_3');
});

test.each([
	[{ a: 1, b: [{ c: 'x' }] }, { b: [{ c: 'x' }], a: 1 }, true],
	[{ a: 1 }, { a: 1, b: undefined }, false],
	[{ a: undefined }, { b: undefined }, false],
	[[1, 2], [2, 1], false],
	[[], {}, false],
	[null, {}, false],
	['x', 'x', true]
])('%j and %j: %j', (one, other, same) => expect(isEqual(one, other)).toBe(same));
