import { describe, expect, test } from 'vitest';
import { asked, draft } from '#tests/support/faulty-drafts.ts';
import { defaultPlaceSettings } from '#lib/places/settings.ts';
import { languagesToOffer, settingsOfPlan } from './plan-settings.ts';

const place = defaultPlaceSettings('1785');

describe('the settings of a plan', () => {
	test.each([
		[
			'standard',
			'open',
			{ crowd: 10, insiders: 3, freshness: 0.25, sources: 'distinct', sealEverySeconds: 60 }
		],
		['standard', 'codes', { crowd: 5, insiders: 1, freshness: 0.25, sources: 'each', sealEverySeconds: 60 }],
		['strict', 'open', { crowd: 10, insiders: 3, freshness: null, sources: 'distinct' }],
		['strict', 'codes', { crowd: 10, insiders: 3, freshness: null, sources: 'each' }]
	] as const)('%s with %s are those of the design', (anonymity, entry, settings) => {
		expect(settingsOfPlan({ anonymity, entry }, place)).toMatchObject(settings);
	});

	test.each(['staff', 'partner'] as const)('never tell a unit of fewer than ten %s apart', (kind) => {
		const settings = settingsOfPlan({ kind, anonymity: 'standard', entry: 'codes' }, place);
		expect(settings).toMatchObject({ crowd: 10, insiders: 1, sources: 'each' });
	});

	test('are raised to what the place has decided, never lowered', () => {
		const stricter = {
			...place,
			openLink: { crowd: 15, insiders: 2 + 3 },
			meeting: { crowd: 8, insiders: 2 }
		};
		expect(settingsOfPlan({ anonymity: 'standard', entry: 'open' }, stricter)).toMatchObject({
			crowd: 15,
			insiders: 5
		});
		expect(settingsOfPlan({ anonymity: 'standard', entry: 'codes' }, stricter)).toMatchObject({
			crowd: 8,
			insiders: 2
		});
		const laxer = { ...place, openLink: { crowd: 4, insiders: 0 } };
		expect(settingsOfPlan({ anonymity: 'strict', entry: 'open' }, laxer)).toMatchObject({
			crowd: 10,
			insiders: 3
		});
	});
});

describe('the languages offered', () => {
	const inEnglish = draft([asked({ text: { sv: 'Trygg?', en: 'Safe?' }, kind: 'text', options: [] })], {
		title: { sv: 'Trygg', en: 'Safe' },
		languages: ['sv', 'en', 'so']
	});

	test('are those that are complete, that our pages have and that the place wants', () => {
		expect(languagesToOffer(inEnglish, place)).toEqual(['sv', 'en']);
		expect(languagesToOffer(inEnglish, { languages: ['sv'] })).toEqual(['sv']);
		expect(languagesToOffer({ ...inEnglish, languages: ['sv'] }, place)).toEqual(['sv']);
		expect(languagesToOffer({ ...inEnglish, title: { sv: 'Trygg' } }, place)).toEqual(['sv']);
	});
});
