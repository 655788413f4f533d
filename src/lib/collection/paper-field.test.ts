import { describe, expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import { readSheet, sheetDifferences, withValue } from './paper-batch.ts';
import { readField, typedValue, valueWords } from './paper-field.ts';
import { paperFields } from './paper-questions.ts';

const fields = paperFields(definition);
const [lighting, problems, priority, words, district] = fields as [
	(typeof fields)[0],
	(typeof fields)[0],
	(typeof fields)[0],
	(typeof fields)[0],
	(typeof fields)[0]
];

describe('what is typed from a paper form', () => {
	test('is read by the numbers on the paper, and said back in words', () => {
		expect(readField(lighting, '2')).toEqual({ ok: true, value: 'no', words: ['Nej'] });
		expect(readField(problems, '3, 1')).toEqual({
			ok: true,
			value: ['traffic', 'litter'],
			words: ['Buskörning', 'Skräp']
		});
		expect(readField(priority, '2 1 3')).toMatchObject({ value: ['light', 'police', 'youth'] });
		expect(readField(district, '3')).toMatchObject({ value: 'island' });
		expect(readField(words, '  Mörkt   vid bron ')).toMatchObject({ value: 'Mörkt vid bron' });
	});

	test('is a blank question when it is nothing', () => {
		for (const field of fields)
			expect(readField(field, ' ')).toEqual({ ok: true, value: undefined, words: [] });
	});

	test.each([
		[lighting, '4', 'no-number'],
		[lighting, '0', 'no-number'],
		[lighting, 'ja', 'no-number'],
		[lighting, '1,2', 'too-many'],
		[problems, '1,2,3', 'too-many'],
		[problems, '2,2', 'twice'],
		[problems, '1,4', 'alone'],
		[words, 'x'.repeat(501), 'too-long']
	])('is stopped where the paper does not offer it: %#', (field, typed, code) => {
		expect(readField(field, typed)).toEqual({ ok: false, code });
	});

	test('can be shown again as it is typed and in words', () => {
		expect(typedValue(priority, ['light', 'police'])).toBe('2,1');
		expect(valueWords(priority, ['light', 'police'])).toBe('Ljus, Fler poliser');
		expect(valueWords(lighting, undefined)).toBe('');
	});
});

describe('two readings of the same form', () => {
	const names = fields.map(({ name }) => name);
	const read = (typed: Record<string, string>) => readSheet(fields, typed).sheet;

	test('differ where a value does, a blank or the order of a ranking, and nowhere else', () => {
		const first = read({ 'q.lighting': '1', 'q.problems': '3,1', 'q.priority': '1,2', 'q.words': 'Mörkt' });
		const second = read({ 'q.problems': '1 3', 'q.priority': '2,1', 'q.words': 'Mörkt' });
		const found = sheetDifferences(names, 7, [first, second]);
		expect(found.map(({ number, name }) => `${number} ${name}`)).toEqual(['7 q.lighting', '7 q.priority']);
		const mended = found.reduce((sheet, { name, first: right }) => withValue(sheet, name, right), second);
		expect(sheetDifferences(names, 7, [first, mended])).toEqual([]);
	});
});
