import { describe, expect, test } from 'vitest';
import { checkDefinition, languagesOf } from '../definition.ts';
import { taps } from '../estimate.ts';
import type { Option, Question } from '../question.ts';
import { targetGroups } from './background.ts';
import type { TemplateInput } from './sets.ts';
import { focusAreaTaxonomy, problemTaxonomy } from './taxonomy.ts';
import { template, templateNames } from './templates.ts';

const areas: Option[] = [
	{ key: 'centrum', text: { sv: 'Centrum', en: 'Centre' } },
	{ key: 'hamnen', text: { sv: 'Hamnen', en: 'The harbour' } }
];
const pledges = [
	{
		key: 'foot_patrol',
		text: { sv: 'Polisen går i centrum varje vecka.', en: 'Police on foot every week.' }
	},
	{ key: 'lighting', text: { sv: 'Kommunen lagar lampor inom fem dagar.', en: 'Lamps mended in five days.' } }
];
const inputs: [string, TemplateInput][] = [
	['with areas', { areas }],
	['without areas', { areas: [] }],
	[
		'with groups, pledges and own priorities',
		{ areas, pledges, groups: targetGroups, priorities: ['fraud', 'litter', 'mopeds'] }
	]
];
const cases = templateNames.flatMap((name) => inputs.map(([which, input]) => [name, which, input] as const));
const keys = (questions: Question[]) => questions.map(({ key }) => key);

describe.each(cases)('the set %s %s', (name, _which, input) => {
	const definition = template(name, input);

	test('passes the check', () =>
		expect(checkDefinition(definition)).toEqual({ ok: true, value: definition }));
	test('is complete in Swedish and English', () => expect(languagesOf(definition)).toEqual(['sv', 'en']));
	test('has a text of at most 24 characters for every option on the big screen', () => {
		const screened = definition.questions.filter(({ kind }) => kind !== 'place');
		const long = screened
			.flatMap(({ options }) => options.map(({ text, short }) => short ?? text))
			.flatMap((texts) => Object.values(texts))
			.filter((text) => [...text].length > 24);
		expect(long).toEqual([]);
	});
	test('asks for one of at most seven, places and what stands apart or alone not counted', () => {
		const long = definition.questions.filter(
			({ kind, options }) =>
				kind !== 'place' && options.filter(({ apart, exclusive }) => !apart && !exclusive).length > 7
		);
		expect(keys(long)).toEqual([]);
	});
	test('has a way out of every list: nothing of it, not knowing, or rather not saying', () => {
		const lists = definition.questions.filter(({ kind }) => !['text', 'place'].includes(kind));
		const closed = lists.filter(
			({ key, options }) =>
				key !== 'info_channel' && !options.some(({ apart, exclusive }) => apart || exclusive)
		);
		expect(keys(closed)).toEqual([]);
	});
});

test('every set asks a question in the same way', () => {
	const asked = new Map<string, Question>();
	for (const question of templateNames.flatMap((name) => template(name, { areas, pledges }).questions)) {
		const { showIf: _, ...same } = question;
		const before = asked.get(question.key);
		if (before && !['problems', 'priority'].includes(question.key)) expect(same).toEqual(before);
		asked.set(question.key, same);
	}
});

describe('the short set', () => {
	const { questions, background } = template('S8', { areas });

	test('is eight questions in at most eighteen taps', () => {
		expect(questions).toHaveLength(8);
		expect(taps(template('S8', { areas }))).toBe(18);
	});
	test('holds the kiosk set, asked in the same way', () => {
		for (const asked of template('K3', { areas }).questions)
			expect(questions.find(({ key }) => key === asked.key)).toEqual(asked);
	});
	test('asks why a place is unsafe only of those who named one', () =>
		expect(questions.find(({ key }) => key === 'unsafe_place_why')?.showIf).toEqual({
			question: 'unsafe_place',
			anyOf: ['centrum', 'hamnen', 'other_place']
		}));
	test('splits by district, age and gender, or by group in the place of gender', () => {
		expect(background.map(({ key }) => key)).toEqual(['district', 'age', 'gender']);
		expect(template('S8', { areas, groups: targetGroups }).background.map(({ key }) => key)).toEqual([
			'district',
			'age',
			'group'
		]);
	});
});

test('the youth set asks nothing about exposure to crime and no free words', () => {
	const { questions } = template('U', { areas });
	expect(questions.filter(({ kind, sensitive }) => kind === 'text' || sensitive)).toEqual([]);
});

test('questions about exposure to crime are sensitive', () =>
	expect(keys(template('L', { areas }).questions.filter(({ sensitive }) => sensitive))).toEqual([
		'victim12',
		'reported',
		'not_reported_why'
	]));

test('the full set asks the extent of a problem item by item, of those who notice it', () => {
	const extent = template('L', { areas, priorities: ['fraud', 'litter'] }).questions.filter(({ key }) =>
		key.startsWith('problem_extent_')
	);
	expect(extent.map(({ key, showIf }) => [key, showIf?.anyOf])).toEqual([
		['problem_extent_fraud', ['fraud']],
		['problem_extent_litter', ['litter']]
	]);
	expect(extent[0]?.text.sv).toBe('Hur stort är det här problemet där du bor? ”Bedrägerier”');
});

test('the follow-up asks two questions per pledge, with the pledge in them', () => {
	const asked = template('F', { areas, pledges }).questions.filter(({ key }) => key.startsWith('pledge_'));
	expect(keys(asked)).toEqual([
		'pledge_kept_foot_patrol',
		'pledge_effect_foot_patrol',
		'pledge_kept_lighting',
		'pledge_effect_lighting'
	]);
	expect(asked[0]?.text.sv).toContain('Polisen går i centrum varje vecka.');
});

test('a pledge or an area in Swedish only leaves the questionnaire in Swedish only', () => {
	const swedish = { key: 'patrol', text: { sv: 'Polisen går i centrum.' } };
	expect(languagesOf(template('F', { areas, pledges: [swedish] }))).toEqual(['sv']);
	expect(languagesOf(template('K3', { areas: [{ key: 'by', text: { sv: 'Byn' } }] }))).toEqual(['sv']);
});

test('a priority outside the taxonomy is an error', () =>
	expect(() => template('K3', { areas, priorities: ['ghosts'] })).toThrow('ghosts'));

test('the taxonomies have 22 problems and 14 focus areas with keys of their own', () => {
	expect(new Set(problemTaxonomy.map(({ key }) => key)).size).toBe(22);
	expect(new Set(focusAreaTaxonomy.map(({ key }) => key)).size).toBe(14);
});
