import { describe, expect, test } from 'vitest';
import { emptyPledge, type PledgeContent } from '../pledge.ts';
import { checkWording, vagueWords } from './check-wording.ts';

const pledge = (change: Partial<PledgeContent>): PledgeContent => ({ ...emptyPledge(), ...change });
const one = (what: string, change: object = {}): PledgeContent['activities'] => [
	{
		...{ id: 'a', party: 'joint', what, target: null, unit: '', place: '', startsOn: null },
		...{ dueOn: '2017-12-31', recurrence: '', owner: 'Kommunpolis', ownerId: null },
		...change
	}
];
const codes = (content: PledgeContent, at: string) =>
	checkWording(content)
		.filter((finding) => finding.at === at)
		.map(({ code }) => code);

describe('words that nobody can follow up', () => {
	test.each([
		['Vi ska verka för en tryggare stad', 'verka för', 'deed'],
		['Polisen arbetar aktivt för ökad trygghet', 'arbetar aktivt för', 'deed'],
		['Polisen ser över stationens öppettider', 'ser över', 'decision'],
		['En översyn av belysningen', 'översyn', 'decision'],
		['Polisen ska vara synlig i möjligaste mån', 'i möjligaste mån', 'certain'],
		['Vi ska vara mer synliga i centrum', 'vara mer synliga', 'times'],
		['Polisen ökar sin synlighet', 'ökar sin synlighet', 'times'],
		['Främja en god utemiljö', 'främja', 'deed'],
		['Vi utvecklar samarbetet', 'utvecklar', 'deed'],
		['Stärka föräldrarna', 'stärka', 'deed'],
		['Vi eftersträvar dialog', 'eftersträvar', 'deed'],
		['Polisen försöker vara på plats', 'försöker', 'deed'],
		['Vi går oftare ut', 'oftare', 'number']
	])('%s', (text, words, suggestion) => expect(vagueWords(text)).toEqual({ words, suggestion }));

	test.each([
		'Polisen fotpatrullerar på Olof Trätäljagatan varje fredag',
		'Minst 4 fler vandringar',
		'Vi minskar väntan från 12 till 6 minuter',
		'Kommunen är synlig vid fyra evenemang',
		'Vi byter 14 lampor',
		'Vi lovar att öppna stationen varje torsdag 10–11'
	])('not: %s', (text) => expect(vagueWords(text)).toBeUndefined());
});

/** Säffle 2017: what was published, activity by activity; see the product's facts. */
describe('the pledges of Säffle 2017', () => {
	const inSaffle = (what: string) => codes(pledge({ place: '', activities: one(what) }), 'activities.0');

	test.each([
		['Polisen ser över polisstationens öppettider', ['vague', 'no-quantity']],
		['Polisen ska vara synlig i möjligaste mån', ['vague', 'no-quantity', 'no-place']],
		['Verka för bättre utemiljö', ['vague', 'no-quantity', 'no-place']],
		['Polisen fotpatrullerar på Kanaltorget och Järnvägsgatan', ['no-quantity']]
	])('are flagged where they are vague: %s', (what, expected) => expect(inSaffle(what)).toEqual(expected));

	test.each([
		'Genomföra en trygghetsvandring i den stadsdel som har lägst trygghetsbetyg',
		'Ha en gemensam monter vid mässor i Säffle',
		'Bjuda in till ett föräldramöte, Föräldrar på stan, i centrum',
		'Kommunen är synlig vid fyra slags evenemang'
	])('pass where they are concrete: %s', (what) => expect(inSaffle(what)).toEqual([]));
});

describe('a sentence', () => {
	const sentence = (text: string, change: Partial<PledgeContent> = {}) =>
		codes(pledge({ sentence: text, ...change }), 'sentence');

	test('that says who, how many and when passes', () =>
		expect(sentence('Vi lovar att laga belysningen på 14 gångvägar senast 1 november 2027.')).toEqual([]));

	test('is told what it lacks', () => {
		expect(sentence('Tryggare centrum')).toEqual(['not-a-pledge', 'no-quantity', 'no-date', 'no-owner']);
		expect(sentence('Vi lovar att laga belysningen.')).toEqual(['no-quantity', 'no-date']);
		const counted = one('Laga', { target: 14 });
		expect(sentence('Vi lovar att laga belysningen 2027.', { activities: counted })).toEqual([]);
	});

	test('above 25 words is stopped, and so are activities without owner or day', () => {
		const long = checkWording(pledge({ sentence: `Vi lovar 2027 ${'ord '.repeat(23)}` }));
		expect(long.find(({ code }) => code === 'too-many-words')?.severity).toBe('block');
		const bare = checkWording(pledge({ activities: one('Byta 14 lampor', { owner: '', dueOn: null }) }));
		expect(bare.filter(({ severity }) => severity === 'block').map(({ code }) => code)).toEqual([
			'no-date',
			'no-owner'
		]);
	});
});

test('an effect without a number and without a target cannot be measured', () => {
	const { indicator } = emptyPledge();
	expect(codes(pledge({ effect: 'Ökad trygghet' }), 'effect')).toEqual(['unmeasurable']);
	expect(
		codes(pledge({ effect: 'Ökad trygghet', indicator: { ...indicator, targetValue: 40 } }), 'effect')
	).toEqual([]);
});
