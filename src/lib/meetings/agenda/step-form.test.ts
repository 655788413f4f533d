import { describe, expect, test } from 'vitest';
import type { Language } from '#lib/i18n/languages.ts';
import type { StepContent } from '../step.ts';
import { missingLanguages } from './missing-languages.ts';
import { ownKindOf, ownKinds, stepFromForm, type OwnKind } from './step-form.ts';
import { valuesOf, type StepValues } from './step-values.ts';

let made = 0;
const newKey = () => `own_${++made}`;
const formOf = (values: StepValues): FormData => {
	const form = new FormData();
	for (const [name, value] of Object.entries(values)) form.set(name, value);
	return form;
};
const read = (kind: OwnKind, values: StepValues, before?: StepContent) =>
	stepFromForm(formOf(values), kind, { languages: ['sv', 'en'], newKey, before });

const full: StepValues = {
	'text-sv': 'Ska torget lysas upp?',
	'text-en': 'Should the square be lit?',
	'heading-sv': 'Nästa steg',
	'heading-en': 'Next',
	'options-sv': 'Ja\r\nNej',
	'options-en': 'Yes\nNo',
	'source-1': 'step:abc',
	'source-2': 'dialogue:safe_evening',
	minutes: '15'
};

describe('a point of the agenda', () => {
	test.each(ownKinds)('that is "%s" is read from its form, and its form shows it again', (kind) => {
		const outcome = read(kind, full);
		expect(outcome.ok).toBe(true);
		if (!outcome.ok) return;
		expect(ownKindOf(outcome.value)).toBe(kind);
		const again = read(kind, valuesOf(outcome.value), outcome.value);
		expect(again).toEqual(outcome);
	});

	test('keeps the keys of answers whose words are the same', () => {
		const first = read('hands', full);
		const second = read(
			'hands',
			{ ...full, 'options-sv': 'Nej\nKanske', 'options-en': 'No\nMaybe' },
			first.ok ? first.value : undefined
		);
		const keys = [first, second].map((outcome) =>
			outcome.ok && outcome.value.kind === 'tally' ? outcome.value.options.map(({ key }) => key) : []
		);
		expect(keys[1]![0]).toBe(keys[0]![1]);
		expect(keys[0]).not.toContain(keys[1]![1]);
	});

	test('gets "do not know" when it is wanted, and never where answers are put in order', () => {
		const asked = read('choices', { ...full, dontKnow: 'on' });
		expect(asked.ok && asked.value.kind === 'question' && asked.value.question.options.at(-1)).toMatchObject({
			key: 'dont_know',
			exclusive: true
		});
		const ranked = read('priority', { ...full, dontKnow: 'on' });
		expect(ranked.ok && ranked.value.kind === 'priority' && ranked.value.question.options).toHaveLength(2);
	});

	test('says "do not know" in every language of the meeting', () => {
		const written = { ...full, 'text-ar': 'س', 'options-ar': 'ن\nل', dontKnow: 'on' };
		const writing = { languages: ['sv', 'en', 'ar'] as const, newKey };
		const asked = stepFromForm(formOf(written), 'choice', writing);
		if (!asked.ok) throw new Error('not taken');
		expect(missingLanguages(asked.value, ['sv', 'en', 'ar'])).toEqual([]);
		expect(missingLanguages(asked.value, ['sv', 'fi' as Language])).toEqual(['fi']);
		const ready = { kind: 'information', preset: 'help', heading: { sv: '' }, text: { sv: '' } } as const;
		expect(missingLanguages(ready, ['sv', 'ar'])).toEqual([]);
	});

	test.each([
		['choice', { 'text-en': '' }, 'text-en empty'],
		['choice', { 'options-sv': 'Ja', 'options-en': 'Yes' }, 'options-sv too-few-options'],
		['hands', { 'options-en': 'Yes' }, 'options-en unlike-options'],
		['dots', { 'options-sv': 'Ja\nJa' }, 'options-sv same-options'],
		['choices', { 'options-sv': 'Ja\nEn text som är längre än storbilden tål' }, 'options-sv long-option'],
		['priority', { 'options-sv': 'abcdefgh'.split('').join('\n') }, 'options-sv too-many-options'],
		['review', { 'source-1': '', 'source-2': '' }, 'source-1 no-source'],
		['information', { 'heading-sv': '' }, 'heading-sv empty'],
		['notes', { 'text-sv': 'a'.repeat(301) }, 'text-sv too-long']
	] as const)('that is "%s" with %o is not taken', (kind, change, wanted) => {
		const outcome = read(kind, { ...full, ...change });
		expect(outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`)).toContain(wanted);
	});
});
