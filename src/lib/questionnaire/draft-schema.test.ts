import { describe, expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import { contentOf, emptyContent } from './draft-content.ts';
import { parseChange, parseContent } from './draft-schema.ts';
import type { DraftContent } from './draft.ts';
import type { Question } from './question.ts';

const start = contentOf(definition);
const [lighting] = definition.questions as [Question];
const option = { key: 'own_1', text: { sv: '' } };
const ask = (changes: Partial<Question>): DraftContent => ({
	...start,
	questions: [{ ...lighting, ...changes }]
});
const many = <T>(count: number, make: (number: number) => T): T[] =>
	Array.from({ length: count }, (_, number) => make(number));

describe('a draft from outside', () => {
	test('may be empty, and half written', () => {
		for (const content of [start, emptyContent(), ask({ text: { sv: '' }, options: [] })])
			expect(parseContent(content)).toEqual({ ok: true, value: content });
	});

	const wide = many(200, (number) => ({ ...lighting, key: `own_${number}`, text: { sv: 'å'.repeat(2500) } }));
	const refused: [string, unknown, string][] = [
		['not an object', 'x', 'wrong-type'],
		['an unknown member', { ...start, extra: 1 }, 'wrong-type'],
		[
			'201 questions',
			{ ...start, questions: many(201, (n) => ({ ...lighting, key: `own_${n}` })) },
			'too-many'
		],
		['301 options', ask({ options: many(301, (n) => ({ ...option, key: `own_${n}` })) }), 'too-many'],
		['5,001 characters', ask({ text: { sv: 'x'.repeat(5001) } }), 'too-long'],
		['more than 1 MB', { ...start, questions: wide }, 'too-large'],
		['two questions with one key', { ...start, questions: [lighting, lighting] }, 'duplicate-question'],
		['two options with one key', ask({ options: [option, option] }), 'duplicate-option'],
		[
			'two dimensions with one key',
			{ ...start, background: many(2, () => definition.background[0]) },
			'duplicate-dimension'
		],
		['a key that is none', ask({ key: 'Own Key' }), 'question-key'],
		['a key of every object', ask({ key: 'constructor' }), 'question-key'],
		['an option key that is none', ask({ options: [{ ...option, key: 'a|b' }] }), 'option-key'],
		['a language that is none', ask({ text: { sv: '', 'x y': '' } }), 'unknown-language'],
		['no Swedish', ask({ text: { en: 'x' } as never }), 'wrong-type'],
		['a kind that is none', ask({ kind: 'matrix' as never }), 'wrong-type'],
		['a limit below one', ask({ max: 0 }), 'wrong-type'],
		['languages without Swedish', { ...start, languages: ['en'], source: 'en' }, 'languages'],
		['a source that is not offered', { ...start, source: 'fi' }, 'source'],
		[
			'eleven that were taken away',
			{ ...start, removed: many(11, (index) => ({ question: lighting, index })) },
			'too-many'
		],
		['a finding under a name of every object', { ...start, letPass: { toString: [] } }, 'wrong-name']
	];
	test.each(refused)('with %s is refused', (_, value, code) => {
		const parsed = parseContent(value);
		expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.code)).toContain(code);
	});

	test('of very many texts is held against the limits in less than a second', () => {
		const began = performance.now();
		const value = {
			...start,
			questions: wide.map((question) => ({ ...question, text: { sv: 'x'.repeat(2000) } }))
		};
		expect(parseContent(value).ok).toBe(true);
		expect(performance.now() - began).toBeLessThan(1000);
	});
});

describe('a change from outside', () => {
	test.each<[string, unknown]>([
		['of no kind', { key: 'lighting' }],
		['of an unknown kind', { kind: 'publish' }],
		['with an unknown member', { kind: 'remove', key: 'lighting', now: true }],
		['without what it was begun from', { kind: 'about', next: { title: { sv: 'x' } } }],
		['to before the first place', { kind: 'move', key: 'lighting', index: -1 }],
		['to half a place', { kind: 'move', key: 'lighting', index: 0.5 }],
		[
			'that lets pass under a name of every object',
			{ kind: 'let-pass', key: 'constructor', finding: 'x', passes: true }
		],
		['with words that are no text', { kind: 'translate', language: 'en', base: {}, next: { title: 1 } }],
		['into no language', { kind: 'translate', language: '__proto__', base: {}, next: {} }]
	])('%s is refused', (_, value) => expect(parseChange(value).ok).toBe(false));
});
