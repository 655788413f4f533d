import { describe, expect, test } from 'vitest';
import { definition as everyKind } from '#tests/support/builders.ts';
import { template, templateNames } from './bank/templates.ts';
import { contentOf, definitionOf, emptyContent } from './draft-content.ts';
import { parseContent } from './draft-schema.ts';
import { completeness, textAddresses } from './draft-texts.ts';
import type { DraftContent } from './draft.ts';
import { readText, writeText } from './rewrite-texts.ts';

const areas = [{ key: '1785r001', text: { sv: 'Höglunda', en: 'Höglunda' } }];
const short = () => contentOf(template('S8', { areas }));

describe('the definition of the draft of a definition', () => {
	test.each(templateNames)('is that definition: %s', (name) => {
		const definition = template(name, { areas });
		expect(definitionOf(contentOf(definition))).toEqual(definition);
		expect(parseContent(contentOf(definition)).ok).toBe(true);
	});
	test('is that definition, with every kind of question', () =>
		expect(definitionOf(contentOf(everyKind))).toEqual(everyKind));
});

describe('the definition of a draft', () => {
	const draft: DraftContent = {
		...emptyContent('Tryggt'),
		intro: { sv: ' ' },
		languages: ['sv', 'en'],
		questions: [
			{
				key: 'more',
				version: 1,
				kind: 'text',
				text: { sv: 'Mer?', en: '  ', fi: 'Vielä?' },
				help: { sv: '', en: '' },
				options: [{ key: 'left', text: { sv: 'Kvar' } }],
				max: 300
			},
			{
				key: 'one',
				version: 1,
				kind: 'choice',
				text: { sv: 'En?' },
				help: { sv: 'Välj', en: 'Choose' },
				options: [{ key: 'a', text: { sv: 'A' }, short: { sv: '' } }],
				max: 3
			}
		]
	};
	test('leaves out what is empty, taken away, or of no use to the kind of question', () =>
		expect(definitionOf(draft)).toEqual({
			title: { sv: 'Tryggt' },
			questions: [
				{ key: 'more', version: 1, kind: 'text', text: { sv: 'Mer?' }, options: [], max: 300 },
				{
					key: 'one',
					version: 1,
					kind: 'choice',
					text: { sv: 'En?' },
					help: { sv: 'Välj', en: 'Choose' },
					options: [{ key: 'a', text: { sv: 'A' } }]
				}
			],
			background: []
		}));
	test('keeps an optional text that is only written in the source language, so that the missing Swedish is found', () =>
		expect(definitionOf({ ...draft, source: 'en', intro: { sv: '', en: 'Thanks' } }).intro).toEqual({
			sv: '',
			en: 'Thanks'
		}));
});

describe('the texts of a draft', () => {
	test('have addresses in the order people meet them', () => {
		const found = textAddresses(short());
		expect(found.slice(0, 4).map(({ address }) => address)).toEqual([
			'title',
			'intro',
			'questions.safe_overall.text',
			'questions.safe_overall.options.1.text'
		]);
		expect(found.at(-1)?.address).toBe('background.gender.options.rather_not_say.text');
		expect(found.find(({ address }) => address === 'questions.safe_evening.options.2.text')).toMatchObject({
			...{ part: 'option', of: 'safe_evening', number: 2, optionNumber: 3, needed: true },
			texts: { sv: 'Ganska otrygg', en: 'Rather unsafe' }
		});
	});
	test('have addresses of their own, each of which reads them', () => {
		const content = short();
		const found = textAddresses(content);
		expect(new Set(found.map(({ address }) => address)).size).toBe(found.length);
		for (const { address, texts } of found) expect(readText(content, address)).toEqual(texts);
	});
	test('are written at their address and nowhere else', () => {
		const content = short();
		const changed = writeText(content, 'questions.free.help', { language: 'sv', text: 'Kort räcker.' });
		expect(readText(changed, 'questions.free.help')).toEqual({ sv: 'Kort räcker.' });
		expect(readText(content, 'questions.free.help')).toBeUndefined();
		expect(textAddresses(changed)).toHaveLength(textAddresses(content).length + 1);
		expect(writeText(content, 'questions.nothing.text', { language: 'sv', text: 'x' })).toEqual(content);
	});
	test('are complete in a language when each is translated, and reviewed when none is marked', () => {
		const content = short();
		const total = textAddresses(content).length;
		expect(completeness(content, 'en')).toEqual({ translated: total, total, reviewed: total });
		expect(completeness(content, 'fi')).toEqual({ translated: 0, total, reviewed: 0 });
		const without = writeText(content, 'title', { language: 'en', text: '' });
		const marked = { ...without, review: { en: { intro: 'machine' as const } } };
		expect(completeness(marked, 'en')).toEqual({ translated: total - 1, total, reviewed: total - 2 });
	});
});
