import { describe, expect, test } from 'vitest';
import { detailsInWords } from './event-details.ts';

describe('what an event changed', () => {
	test('is said in Swedish words, also the state of a dialogue', () => {
		expect(detailsInWords({ before: { state: 'draft' }, after: { state: 'open' } })).toEqual([
			'Läge: öppen (förut utkast)'
		]);
		expect(
			detailsInWords({ before: null, after: { title: 'Trygg i Säffle', crowd: 5, insiders: 1 } })
		).toEqual(['Rubrik: Trygg i Säffle', 'Minsta grupp: 5', 'Personer som går ihop: 1']);
	});

	test('says where an imported draft came from', () =>
		expect(detailsInWords({ before: null, after: { title: 'Trygg?', imported: 'lss' } })).toEqual([
			'Rubrik: Trygg?',
			'Importerad från: LimeSurvey (.lss)'
		]));
});
