import { expect, test } from 'vitest';
import { localizeBackground, localizeQuestion } from './localize.ts';
import type { Question } from './question.ts';

const question: Question = {
	key: 'why',
	version: 2,
	kind: 'choices',
	text: { sv: 'Varför?', en: 'Why?' },
	help: { sv: 'Välj högst två.' },
	options: [
		{ key: 'dark', text: { sv: 'Mörkt', en: 'Dark' }, short: { sv: 'Mörkt' } },
		{ key: 'none', text: { sv: 'Inget', en: 'Nothing' }, exclusive: true },
		{ key: 'dont_know', text: { sv: 'Vet inte' }, apart: true, exclusive: false }
	],
	max: 2,
	sensitive: true,
	showIf: { question: 'safe', anyOf: ['no'] }
};

test('a question in English falls back to Swedish text by text and shows nothing internal', () =>
	expect(localizeQuestion(question, 'en')).toEqual({
		key: 'why',
		version: 2,
		kind: 'choices',
		text: 'Why?',
		help: 'Välj högst två.',
		options: [
			{ key: 'dark', text: 'Dark' },
			{ key: 'none', text: 'Nothing', exclusive: true },
			{ key: 'dont_know', text: 'Vet inte', apart: true }
		],
		max: 2,
		showIf: { question: 'safe', anyOf: ['no'] }
	}));

test('what a question does not have is left out', () => {
	const plain: Question = { key: 'free', version: 1, kind: 'text', text: { sv: 'Mer?' }, options: [] };
	expect(Object.keys(localizeQuestion(plain, 'sv'))).toEqual(['key', 'version', 'kind', 'text', 'options']);
});

test('a background question has key, text and options', () =>
	expect(
		localizeBackground(
			{ key: 'age', text: { sv: 'Ålder', en: 'Age' }, options: [{ key: '13-15', text: { sv: '13–15 år' } }] },
			'en'
		)
	).toEqual({ key: 'age', text: 'Age', options: [{ key: '13-15', text: '13–15 år' }] }));
