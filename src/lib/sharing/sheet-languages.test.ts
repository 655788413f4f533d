import { expect, test } from 'vitest';
import { sheetLanguages } from './sheet-languages.ts';

test('a sheet is printed in what was asked for, in the order of the dialogue', () => {
	expect(sheetLanguages(['en'], ['sv', 'en'], 2)).toEqual(['en']);
	expect(sheetLanguages(['en', 'sv'], ['sv', 'en'], 2)).toEqual(['sv', 'en']);
	expect(sheetLanguages(['en', 'sv'], ['sv', 'en'], 1)).toEqual(['sv']);
});

test('and in the first language where that makes no sense', () => {
	for (const asked of [[], ['xx'], ['en']]) expect(sheetLanguages(asked, ['sv'], 2)).toEqual(['sv']);
});
