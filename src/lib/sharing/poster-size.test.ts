import { expect, test } from 'vitest';
import { lineSize, titleSize } from './poster-size.ts';

test('a title is smaller the longer it is, and halves its room with another language', () => {
	const [short, longer] = [
		'Trygg i Säffle?',
		'Vad behövs för att du ska känna dig trygg i Säffle centrum på kvällen?'
	];
	expect(titleSize(short, 1)).toBe(26);
	expect(titleSize(longer, 1)).toBeLessThan(20);
	expect(titleSize(longer, 2)).toBeLessThan(titleSize(longer, 1));
	expect(titleSize('x'.repeat(10).concat(' y'.repeat(55)), 2)).toBeGreaterThan(7);
});

test('a long word is never wider than the page', () => {
	const word = 'Belysningsförbättringsåtgärder';
	expect(titleSize(word, 1) * 0.56 * word.length).toBeLessThanOrEqual(183);
});

test('an address stays on its line', () => {
	expect(lineSize('trygg.se/d/482913', 182, 11)).toBe(11);
	expect(lineSize('medborgardialog.vastramalardalen.se/d/482913', 182, 11)).toBeLessThan(8);
});
