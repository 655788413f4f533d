import { expect, test } from 'vitest';
import { lineSize, titleSize } from './poster-size.ts';

const longer = 'Vad behövs för att du ska känna dig trygg i Säffle centrum på kvällen?';

test('a title is smaller the longer it is, and smaller beside another language', () => {
	expect(titleSize('Trygg i Säffle?', 1)).toBe(26);
	expect(titleSize(longer, 1)).toBeLessThan(20);
	expect(titleSize(longer, 2)).toBeLessThan(titleSize(longer, 1));
	expect(titleSize('en fråga om '.repeat(10), 2)).toBeGreaterThan(7);
});

test('a long word is never wider than the page', () => {
	const word = 'Belysningsförbättringsåtgärder';
	for (const titles of [1, 2] as const)
		expect(titleSize(word, titles) * 0.53 * word.length).toBeLessThanOrEqual(182);
});

test('an address stays on its line', () => {
	expect(lineSize('trygg.se/d/482913', 182, 11)).toBe(11);
	expect(lineSize('medborgardialog.vastramalardalen.se/d/482913', 182, 11)).toBeLessThan(8);
});
