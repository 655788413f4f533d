import { describe, expect, test } from 'vitest';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { defaultSettings } from '#lib/dialogues/settings.ts';
import { definition } from '#tests/support/builders.ts';
import { languageNames, posterTexts } from './poster.ts';
import { readyTexts } from './ready-texts.ts';

const dialogue: Dialogue = {
	id: 'd',
	placeCode: '1785',
	questionnaireId: 'q',
	version: 1,
	channels: ['web'],
	languages: ['sv', 'en'],
	entry: 'open',
	partOf: null,
	joins: null,
	code: '482913',
	slug: 'trygg',
	kind: 'citizen',
	state: 'open',
	title: { sv: 'Trygg i Säffle', en: 'Safe in Säffle' },
	opensAt: new Date('2027-02-28T23:00:00Z'),
	closesAt: new Date('2027-03-31T22:00:00Z'),
	resultsDueOn: '2027-05-01',
	pledgesDueOn: '2027-06-01',
	settings: defaultSettings.openLink
};

describe('the poster', () => {
	test('says how long it takes and until when, in its own language', () => {
		const { facts, title, noId } = posterTexts({ dialogue, definition }, 'sv');
		expect([title, ...facts]).toEqual([
			'Trygg i Säffle',
			'4 frågor, ungefär 2 minuter',
			'Svara senast 31\u00a0mars 2027'
		]);
		expect(noId).toBe('Vi ber aldrig om BankID eller personnummer.');
		expect(posterTexts({ dialogue, definition }, 'en').facts).toEqual([
			'4 questions, about 2 minutes',
			'Answer by 31\u00a0March 2027'
		]);
	});

	test('says when a dialogue opens, and no last day where there is none', () => {
		const later = { ...dialogue, state: 'scheduled' as const, closesAt: null };
		expect(posterTexts({ dialogue: later, definition }, 'sv').facts.slice(1)).toEqual([
			'Öppnar 1\u00a0mars 2027'
		]);
	});

	test('names the languages in their own words', () => {
		expect(languageNames(['sv', 'en'])).toBe('Svenska · English');
	});
});

describe('the ready-made texts', () => {
	const told = { origin: 'https://trygg.example.se', dialogue, definition, sender: 'Säffle kommun' };

	test.each(['sv', 'en'] as const)('leave no gap open in %s', (language) => {
		for (const text of Object.values(readyTexts(told, language)))
			expect(text).not.toMatch(/[{}]|undefined|null/);
	});

	test('say who asks, where to answer and what happens then', () => {
		const { web, social, letter } = readyTexts(told, 'sv');
		expect(web).toContain('Svara här: https://trygg.example.se/d/482913');
		expect(web).toContain('Senast 1\u00a0juni 2027 berättar vi vad vi lovar att göra.');
		expect(letter).toContain('Säffle kommun frågar: Trygg i Säffle');
		expect(letter).toContain('skriv koden 482\u00a0913 på trygg.example.se');
		expect(social.length).toBeLessThan(280);
		expect(readyTexts(told, 'en').social).toContain('https://trygg.example.se/en/d/482913');
	});
});
