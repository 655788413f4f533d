import { describe, expect, test } from 'vitest';
import { parseNewDialogue, type NewDialogue } from './new-dialogue.ts';
import { defaultSettings } from './settings.ts';

const sound: NewDialogue = {
	title: { sv: 'Trygg i Säffle', en: 'Safe in Säffle' },
	placeCode: '1785',
	kind: 'citizen',
	questionnaireId: 'questionnaire',
	version: 1,
	opensOn: '2027-03-01',
	closesOn: '2027-03-31',
	resultsDueOn: '2027-04-15',
	pledgesDueOn: '2027-06-01',
	channels: ['web', 'meeting'],
	languages: ['sv', 'en'],
	settings: { ...defaultSettings.openLink }
};

/** Where and by which rule the sound dialogue is refused with these changes. */
function refusals(changes: Record<string, unknown>): string[] {
	const outcome = parseNewDialogue({ ...sound, ...changes });
	return outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`);
}

const withSettings = (changes: Record<string, unknown>) =>
	refusals({ settings: { ...sound.settings, ...changes } });

describe('a new dialogue', () => {
	test('is read as it was written', () => {
		expect(parseNewDialogue(sound)).toEqual({ ok: true, value: { ...sound, entry: 'open' } });
		const withCodes = { ...sound, entry: 'codes' };
		expect(parseNewDialogue(withCodes)).toEqual({ ok: true, value: withCodes });
	});

	test.each([
		['without a last day', { closesOn: null }],
		[
			'for a single day, with results and pledges on it',
			{ closesOn: '2027-03-01', resultsDueOn: '2027-03-01', pledgesDueOn: '2027-03-01' }
		],
		['in Swedish only', { title: { sv: 'Trygg' }, languages: ['sv'] }],
		['with the settings of a meeting', { settings: { ...defaultSettings.meeting } }],
		['that is never released by freshness', { settings: { ...defaultSettings.strict } }]
	])('is taken %s', (_, changes) => {
		expect(refusals(changes)).toEqual([]);
	});

	test.each([
		['without a first day', { opensOn: undefined }, ['opensOn missing']],
		['with an empty first day', { opensOn: '' }, ['opensOn missing']],
		['when the last day is not mentioned', { closesOn: undefined }, ['closesOn missing']],
		['without a date for results', { resultsDueOn: undefined }, ['resultsDueOn missing']],
		['with null for a date for results', { resultsDueOn: null }, ['resultsDueOn missing']],
		['without a date for pledges', { pledgesDueOn: '' }, ['pledgesDueOn missing']],
		['with a day that does not exist', { opensOn: '2027-02-30' }, ['opensOn invalid-day']],
		['with a time for a day', { opensOn: '2027-03-01T10:00' }, ['opensOn invalid-day']],
		['that ends before it begins', { closesOn: '2027-02-28' }, ['closesOn before-opening']],
		['with results before closing', { resultsDueOn: '2027-03-30' }, ['resultsDueOn before-closing']],
		[
			'with results before the opening of an ongoing one',
			{ closesOn: null, resultsDueOn: '2027-02-28' },
			['resultsDueOn before-closing']
		],
		['with pledges before results', { pledgesDueOn: '2027-04-14' }, ['pledgesDueOn before-results']],
		['without a title', { title: {} }, ['title.sv missing']],
		['with a blank title', { title: { sv: '  ', en: 'Safe' } }, ['title.sv missing']],
		['without its title in a language', { title: { sv: 'Trygg' } }, ['title.en missing-translation']],
		['in an unknown language', { languages: ['sv', 'xx'] }, ['languages.1 unknown']],
		['without languages', { languages: [] }, ['languages missing']],
		['without channels', { channels: [] }, ['channels missing']],
		['with a channel twice', { channels: ['web', 'web'] }, ['channels repeated']],
		['of an unknown kind', { kind: 'poll' }, ['kind unknown']],
		['with something nobody asked for', { owner: 'me' }, ['owner invalid']],
		['without a place', { placeCode: '' }, ['placeCode missing']]
	])('is refused %s', (_, changes, problems) => {
		expect(refusals(changes)).toEqual(problems);
	});

	test.each([
		[{ crowd: 2, insiders: 0 }, ['settings.crowd too-small']],
		[{ crowd: 4.5 }, ['settings.crowd not-whole']],
		[{ crowd: 3, insiders: 2 }, ['settings.insiders above-crowd']],
		[{ insiders: -1 }, ['settings.insiders too-small']],
		[{ coin: 0 }, ['settings.coin too-small']],
		[{ coin: 0.6 }, ['settings.coin too-large']],
		[{ freshness: 0 }, ['settings.freshness too-small']],
		[{ freshness: 2 }, ['settings.freshness too-large']],
		[{ sources: 'some' }, ['settings.sources unknown']],
		[{ sealEverySeconds: 0 }, ['settings.sealEverySeconds too-small']],
		[{ coin: undefined }, ['settings.coin missing']],
		[{ crowd: 3, insiders: 1 }, []]
	])('with the settings %j has the problems %j', (changes, problems) => {
		expect(withSettings(changes)).toEqual(problems);
	});

	test('names every problem at once, each with its reason in words', () => {
		const outcome = parseNewDialogue({
			...sound,
			closesOn: '2027-02-01',
			resultsDueOn: '2027-02-01',
			pledgesDueOn: '2027-01-01'
		});
		expect(outcome).toMatchObject({
			ok: false,
			problems: [
				{ code: 'before-opening' },
				{ code: 'before-results', detail: 'The date for pledges lies before the date for results.' }
			]
		});
	});

	test.each([null, undefined, 'text', 7, []])('is not %j', (input) => {
		expect(parseNewDialogue(input).ok).toBe(false);
	});
});
