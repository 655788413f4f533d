import { describe, expect, test } from 'vitest';
import {
	areas,
	asked,
	codesOf,
	dontKnow,
	draft,
	many,
	option,
	saffle
} from '#tests/support/faulty-drafts.ts';
import { applyChange } from '../apply-change.ts';
import { template, templateNames } from '../bank/templates.ts';
import { checkDefinition } from '../definition.ts';
import { contentOf, definitionOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import { blocksIn, findFaults } from './find-faults.ts';
import { findingId, passMark, type Finding } from './finding.ts';

/** Drafts with one fault each, and the finding that tells it. */
const faulty: [string, DraftContent, string][] = [
	['no questions', draft([]), 'no-questions'],
	['no title', draft([asked()], { title: { sv: ' ' } }), 'missing-text'],
	['a question without words', draft([asked({ text: { sv: '' } })]), 'missing-text'],
	[
		'an option without words',
		draft([asked({ options: [option('a', { text: { sv: '' } }), option('b'), dontKnow] })]),
		'missing-text'
	],
	['a language without translations', draft([asked()], { languages: ['sv', 'so'] }), 'missing-translation'],
	['a title that is too long', draft([asked()], { title: { sv: 'x'.repeat(121) } }), 'title-too-long'],
	['eight options', draft([asked({ options: [...many(8), dontKnow] })]), 'too-many-options'],
	['eight choices', draft([asked({ kind: 'choices', options: many(8) })]), 'too-many-options'],
	['one option', draft([asked({ options: [dontKnow] })]), 'too-few-options'],
	[
		'two questions in one',
		draft([
			asked({ text: { sv: 'Är det ljust och tryggt här?' } }),
			asked({ key: 'b', text: { sv: 'Är polisen synlig och tillgänglig?' } })
		]),
		'two-in-one'
	],
	['a choice without a way out', draft([asked({ options: many(3) })]), 'missing-dont-know'],
	['a scale without a way out', draft([asked({ kind: 'scale', options: many(4) })]), 'missing-dont-know'],
	['a ranking without a way out', draft([asked({ kind: 'ranking', options: many(4) })]), 'missing-dont-know'],
	[
		'a short text that is too long',
		draft([asked({ options: [option('a', { short: { sv: 'x'.repeat(25) } }), option('b'), dontKnow] })]),
		'short-too-long'
	],
	[
		'a limit that is too high',
		draft([asked({ kind: 'ranking', max: 4, options: [...many(5), { ...dontKnow, exclusive: true }] })]),
		'max-out-of-range'
	],
	[
		'a sensitive question that shows unanimity',
		draft([asked({ sensitive: true, unanimityShown: true })]),
		'sensitive-unanimity'
	],
	[
		'a condition that names nothing',
		draft([asked({ showIf: { question: 'gone', anyOf: ['a'] } })]),
		'condition-not-earlier'
	],
	[
		'a condition without options',
		draft([asked(), asked({ key: 'b', showIf: { question: 'safe', anyOf: [] } })]),
		'condition-empty'
	],
	[
		'two options with one key',
		draft([asked({ options: [option('a'), option('a'), dontKnow] })]),
		'broken-form'
	],
	[
		'background that is asked twice',
		draft([asked()], {
			background: [
				{ key: 'gender', text: { sv: 'Kön' }, options: many(2) },
				{ key: 'gender', text: { sv: 'Kön' }, options: many(2) }
			]
		}),
		'duplicate-dimension'
	],
	[
		'background with one option',
		draft([asked()], { background: [{ key: 'gender', text: { sv: 'Kön' }, options: many(1) }] }),
		'too-few-options'
	],
	[
		'four dimensions',
		draft([asked()], {
			background: (['district', 'age', 'gender', 'group'] as const).map((key) => ({
				key,
				text: { sv: key },
				options: many(2)
			}))
		}),
		'too-many-dimensions'
	],
	[
		'more options than answers can fill',
		draft([asked()], { background: [{ key: 'district', text: { sv: 'Var bor du?' }, options: many(46) }] }),
		'background-too-fine'
	],
	[
		'"don’t know" among the answers',
		draft([asked({ options: [option('a'), option('b'), option('c', { text: { sv: 'Vet ej' } })] })]),
		'dont-know-counted'
	],
	[
		'nine questions for all',
		draft(Array.from({ length: 9 }, (_, index) => asked({ key: `q${index}` }))),
		'many-questions'
	],
	[
		'a hard question',
		draft([
			asked({ text: { sv: 'Motsvarar kommunens brottsförebyggande åtgärder invånarnas förväntningar?' } })
		]),
		'hard-text'
	],
	['leading words', draft([asked({ text: { sv: 'Håller du med om att det är mörkt?' } })]), 'leading-words'],
	[
		'a question behind one that is never asked',
		draft([
			asked({ showIf: { question: 'gone', anyOf: ['a'] } }),
			asked({ key: 'b', showIf: { question: 'safe', anyOf: ['a'] } })
		]),
		'unreachable'
	],
	[
		'a condition that cannot hold at present',
		draft([asked()], { heldConditions: { safe: { question: 'gone', anyOf: ['a'] } } }),
		'condition-held'
	],
	[
		'a translation that nobody has reviewed',
		draft([asked({ text: { sv: 'Är du trygg?', en: 'Are you safe?' } })], {
			title: { sv: 'Trygg', en: 'Safe' },
			questions: [
				asked({
					text: { sv: 'Är du trygg?', en: 'Are you safe?' },
					options: [
						option('a', { text: { sv: 'Ja', en: 'Yes' } }),
						option('b', { text: { sv: 'Nej', en: 'No' } }),
						{ ...dontKnow, text: { sv: 'Vet inte', en: 'Don’t know' } }
					]
				})
			],
			languages: ['sv', 'en'],
			review: { en: { title: 'machine' } }
		}),
		'unreviewed'
	]
];

describe('the quality check', () => {
	test('has nothing to say about a plain question', () => expect(codesOf(draft())).toEqual([]));

	test.each(faulty)('finds %s', (_, content, code) => expect(codesOf(content)).toContain(code));

	test.each(templateNames)('lets the set %s be opened in a municipality as it is', (name) => {
		const content = contentOf(template(name, { areas }));
		expect(blocksIn(findFaults(content, saffle))).toEqual([]);
		expect(findFaults(content, saffle).map(({ code }) => code)).toEqual(
			['L', 'U'].includes(name) ? ['many-questions'] : []
		);
	});

	test('puts what stops the opening first, then follows the questionnaire', () => {
		const content = draft([
			asked({ key: 'a', text: { sv: 'Visst är du trygg?' } }),
			asked({ key: 'b', options: [...many(9), dontKnow] }),
			asked({ key: 'c', text: { sv: '' } })
		]);
		expect(findFaults(content, saffle).map(({ code, question }) => `${code} ${question}`)).toEqual([
			'too-many-options b',
			'missing-text c',
			'leading-words a'
		]);
	});

	test('names each finding once', () => {
		for (const [, content] of faulty) {
			const ids = findFaults(content, saffle).map(findingId);
			expect(new Set(ids).size, ids.join(', ')).toBe(ids.length);
		}
	});

	test('a draft without blocks passes what publishing demands', () => {
		for (const [, content] of faulty) {
			if (blocksIn(findFaults(content, saffle)).length > 0) continue;
			expect(checkDefinition(definitionOf(content))).toMatchObject({ ok: true });
		}
	});
});

const pressed = (content: DraftContent, finding: Finding): DraftContent[] =>
	finding.mends.flatMap((mend) =>
		mend.kind === 'change' ? [applyChange(content, mend.change).content] : []
	);

describe('a mend', () => {
	test.each(faulty)('of %s is there, and what can be pressed mends it', (_, content, code) => {
		const findings = findFaults(content, saffle);
		const finding = findings.find((one) => one.code === code)!;
		expect(finding.mends.length).toBeGreaterThan(0);
		for (const mended of pressed(content, finding)) {
			const after = findFaults(mended, saffle);
			expect(after.map(findingId)).not.toContain(findingId(finding));
			expect(blocksIn(after).length).toBeLessThanOrEqual(blocksIn(findings).length);
		}
	});

	test('adds “don’t know” in every language of the draft, apart from the answers', () => {
		const content = draft([asked({ kind: 'ranking', options: many(3) })], { languages: ['sv', 'ar'] });
		const finding = findFaults(content, saffle).find(({ code }) => code === 'missing-dont-know')!;
		const [mended] = pressed(content, finding);
		expect(mended!.questions[0]!.options.at(-1)).toEqual({
			key: 'dont_know',
			text: { sv: 'Vet inte', ar: 'لا أعرف' },
			apart: true,
			exclusive: true
		});
	});

	test('keeps the first seven options and those that stand apart', () => {
		const content = draft([asked({ options: [...many(9), dontKnow] })]);
		const finding = findFaults(content, saffle).find(({ code }) => code === 'too-many-options')!;
		const [mended] = pressed(content, finding);
		expect(mended!.questions[0]!.options.map(({ key }) => key)).toEqual([
			...many(7).map(({ key }) => key),
			'unknown'
		]);
	});
});

describe('what a person let pass', () => {
	const double = asked({ text: { sv: 'Är polisen synlig och tillgänglig?' } });

	test('no longer stops the opening, and is still told', () => {
		const content = draft([double], { letPass: { safe: [passMark('two-in-one', double)] } });
		const findings = findFaults(content, saffle);
		expect(findings).toMatchObject([{ code: 'two-in-one', passed: true }]);
		expect(blocksIn(findings)).toEqual([]);
	});

	test('lapses when the words that were looked at change', () => {
		const content = draft([{ ...double, text: { sv: 'Är polisen snabb och synlig?' } }], {
			letPass: { safe: [passMark('two-in-one', double)] }
		});
		expect(blocksIn(findFaults(content, saffle))).toMatchObject([{ code: 'two-in-one' }]);
	});

	test('is only what is about language', () => {
		const long = draft([asked({ options: [...many(9), dontKnow] })], {
			letPass: { safe: [passMark('too-many-options', asked())] }
		});
		expect(blocksIn(findFaults(long, saffle))).toHaveLength(1);
	});
});
