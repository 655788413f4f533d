import { expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import { applyChange } from '../apply-change.ts';
import { contentOf } from '../draft-content.ts';
import {
	languagesChange,
	languageStates,
	missingOnly,
	moreLanguages,
	reviewChange,
	textField,
	textGroups,
	translationChange,
	translationsOf
} from './translation.ts';

const start = () => contentOf(definition);
const inArabic = () => applyChange(start(), languagesChange(start(), 'add', 'ar')).content;

test('a language that was added has everything left to translate, and is not one that residents can choose', () => {
	const { content } = applyChange(start(), languagesChange(start(), 'add', 'so'));
	const states = languageStates(content);
	expect(states.map(({ language }) => language)).toEqual(['sv', 'en', 'so']);
	expect(states[0]).toMatchObject({ isSource: true, isComplete: true, hasInterface: true });
	expect(states[2]).toMatchObject({ translated: 0, isComplete: false, hasInterface: false });
	expect(moreLanguages(content)).not.toContain('so');
});

test('only what was written in the form is sent, with what was there before', () => {
	const base = translationsOf(textGroups(inArabic(), 'ar'));
	const form = new FormData();
	for (const [address, text] of Object.entries(base)) form.set(textField(address), text);
	form.set(textField('questions.lighting.text'), 'هل الشوارع مضاءة؟');
	expect(translationChange(form, 'ar', base)).toEqual({
		kind: 'translate',
		language: 'ar',
		base: { 'questions.lighting.text': '' },
		next: { 'questions.lighting.text': 'هل الشوارع مضاءة؟' }
	});
});

test('what was translated waits for review until somebody marks it, one text or all', () => {
	const next = { 'questions.lighting.text': 'A', title: 'B' };
	const base = { 'questions.lighting.text': '', title: '' };
	const written = applyChange(inArabic(), { kind: 'translate', language: 'ar', base, next }).content;
	expect(languageStates(written)[2]).toMatchObject({ translated: 2, toReview: 2 });
	const one = applyChange(written, reviewChange(written, 'review:title', 'ar')!).content;
	expect(languageStates(one)[2]).toMatchObject({ translated: 2, toReview: 1 });
	const all = applyChange(one, reviewChange(one, 'review-all', 'ar')!).content;
	expect(languageStates(all)[2]).toMatchObject({ toReview: 0 });
	expect(reviewChange(all, 'save', 'ar')).toBeUndefined();
});

test('the texts stand in groups as people meet them, and can be asked for only where they are missing', () => {
	const groups = textGroups(inArabic(), 'ar');
	expect(groups.map(({ of }) => of)).toEqual([
		'',
		...definition.questions.map(({ key }) => key),
		...definition.background.map(({ key }) => key)
	]);
	const base = { title: '' };
	const next = { title: 'B' };
	const written = applyChange(inArabic(), { kind: 'translate', language: 'ar', base, next }).content;
	const missing = missingOnly(textGroups(written, 'ar')).flatMap(({ texts }) => texts);
	expect(missing.map(({ address }) => address)).not.toContain('title');
	expect(missing.length).toBeGreaterThan(5);
});

test('a language is taken away and comes back with its words; the source can be another', () => {
	const without = applyChange(start(), languagesChange(start(), 'remove', 'en')).content;
	expect(without.languages).toEqual(['sv']);
	const again = applyChange(without, languagesChange(without, 'add', 'en')).content;
	expect(languageStates(again)[1]).toMatchObject({ language: 'en', isComplete: true });
	expect(applyChange(start(), languagesChange(start(), 'source', 'en')).content.source).toBe('en');
});
