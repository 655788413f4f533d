import { describe, expect, test } from 'vitest';
import { checkVersions } from './check-versions.ts';
import { scaleChanged } from './compare-versions.ts';
import type { Question, QuestionnaireDefinition } from './question.ts';

const scale: Question = {
	key: 'safe',
	version: 1,
	kind: 'scale',
	text: { sv: 'Trygg?' },
	options: [
		{ key: '1', text: { sv: 'Otrygg' } },
		{ key: '2', text: { sv: 'Trygg' } },
		{ key: 'dont_know', text: { sv: 'Vet inte' }, apart: true }
	]
};
const [worst, best, unknown] = scale.options as [
	Question['options'][0],
	Question['options'][0],
	Question['options'][0]
];
const choices: Question = { ...scale, kind: 'choices', max: 2 };

describe('a scale', () => {
	test.each<[string, Question, Question]>([
		['another kind', scale, { ...scale, kind: 'choice' }],
		['an option less', scale, { ...scale, options: [worst, best] }],
		['a renamed option', scale, { ...scale, options: [worst, { ...best, key: '3' }, unknown] }],
		[
			'another wording of an option',
			scale,
			{ ...scale, options: [{ ...worst, text: { sv: 'Mycket otrygg' } }, best, unknown] }
		],
		['another order', scale, { ...scale, options: [best, worst, unknown] }],
		[
			'"don\'t know" counted in',
			scale,
			{ ...scale, options: [worst, best, { key: 'dont_know', text: { sv: 'Vet inte' } }] }
		],
		['another limit', choices, { ...choices, max: 3 }]
	])('changes with %s', (_name, before, after) => {
		expect(scaleChanged(before, after)).toBe(true);
		expect(scaleChanged(after, before)).toBe(true);
	});

	test.each<[string, Question, Question]>([
		['nothing', scale, structuredClone(scale)],
		[
			'a translation',
			scale,
			{ ...scale, options: [{ ...worst, text: { sv: 'Otrygg', en: 'Unsafe' } }, best, unknown] }
		],
		['a mended comma', scale, { ...scale, options: [{ ...worst, text: { sv: 'otrygg.' } }, best, unknown] }],
		['a help', scale, { ...scale, help: { sv: 'Tänk på i dag' } }],
		['the order of choices', choices, { ...choices, options: [unknown, best, worst] }],
		[
			'room for more words',
			{ ...scale, kind: 'text', options: [], max: 300 },
			{ ...scale, kind: 'text', options: [], max: 500 }
		]
	])('does not change with %s', (_name, before, after) => expect(scaleChanged(before, after)).toBe(false));
});

describe('a new version', () => {
	const asking = (...questions: Question[]): QuestionnaireDefinition => ({
		title: { sv: 'Enkät' },
		questions,
		background: []
	});
	const shorter: Question = { ...scale, options: [worst, best] };
	const codes = (now: Question, ...earlier: Question[]) =>
		checkVersions(
			asking(now),
			earlier.map((question) => asking(question))
		).map(({ code }) => code);

	test('of a changed scale must be higher', () => {
		expect(codes(shorter, scale)).toEqual(['version-not-raised']);
		expect(codes({ ...shorter, version: 2 }, scale)).toEqual([]);
	});
	test('of an unchanged scale must be the same', () => {
		expect(codes({ ...scale, version: 2 }, scale)).toEqual(['version-raised']);
		expect(codes(scale, scale)).toEqual([]);
	});
	test('is held against the last time the question was asked', () => {
		const another: Question = { ...scale, key: 'another' };
		expect(codes(shorter, another, scale)).toEqual(['version-not-raised']);
		expect(codes({ ...shorter, version: 2 }, another, { ...shorter, version: 2 }, scale)).toEqual([]);
	});
	test('of a new question is free', () => expect(codes({ ...scale, version: 7 })).toEqual([]));
});
