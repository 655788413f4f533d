import { expect, test } from 'vitest';
import { applyMasks, masksByHand, piecesOf } from './mask.ts';

test('what is masked is replaced by a word, also where masks overlap', () => {
	const text = 'Anna Svensson bor här';
	expect(applyMasks(text, [])).toBe(text);
	expect(
		applyMasks(text, [
			{ kind: 'other', start: 5, end: 8 },
			{ kind: 'name', start: 0, end: 13 },
			{ kind: 'other', start: 18, end: 21 }
		])
	).toBe('[namn] bor [dolt]');
});

test('words copied out by hand are found every time they stand there, and reported where they do not', () => {
	const text = 'Den röda villan. Villan bakom den röda villan.';
	const { masks, missing } = masksByHand(text, { lines: ['röda VILLAN', ' ', 'blå'], kind: 'address' });
	expect(applyMasks(text, masks)).toBe('Den [adress]. Villan bakom den [adress].');
	expect(missing).toEqual(['blå']);
});

test('a text in pieces is still the text', () => {
	const text = 'Ring 070-123 45 67 nu';
	const pieces = piecesOf(text, [{ kind: 'phone', start: 5, end: 18 }]);
	expect(pieces.map(({ kind }) => kind)).toEqual([null, 'phone', null]);
	expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
