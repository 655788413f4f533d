import { describe, expect, test } from 'vitest';
import { plainLetters, slugOf } from './slug.ts';

describe('a slug', () => {
	test.each([
		['Trygg i Säffle?', 'trygg-i-saffle'],
		['Åre – Östersund: Idé & café', 'are-ostersund-ide-cafe'],
		['  Vad   gör dig trygg… ', 'vad-gor-dig-trygg'],
		['Søren, Łódź, Straße', 'soren-lodz-strasse'],
		['Dialog 2027/28', 'dialog-2027-28'],
		['ما رأيك', ''],
		['?!', '']
	])('of "%s" is "%s"', (text, slug) => {
		expect(slugOf(text)).toBe(slug);
	});

	test('is cut between words', () => {
		expect(slugOf('en ganska lång rubrik', 12)).toBe('en-ganska');
		expect(slugOf('oxdragarbanken', 5)).toBe('oxdra');
	});
});

test('letters lose their marks and nothing else', () => {
	expect(plainLetters('ÅÄÖ éü Mål-1')).toBe('aao eu mal-1');
});
