import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definition as everyKind } from '#tests/support/builders.ts';
import { schemaFaults } from '#tests/support/json-schema.ts';
import { template, templateNames } from '../bank/templates.ts';
import { mendConditions } from '../draft-conditions.ts';
import { contentOf, emptyContent } from '../draft-content.ts';
import { parseContent } from '../draft-schema.ts';
import type { DraftContent } from '../draft.ts';
import { readImport } from '../import/read-import.ts';
import { questionKinds, type Question } from '../question.ts';
import { exportQuestionnaire } from './export-questionnaire.ts';
import { importQuestionnaire } from './import-questionnaire.ts';
import { exchangeJsonSchema } from './json-schema.ts';

const areas = [{ key: '1785r001', text: { sv: 'Höglunda', en: 'Höglunda' } }];
const again = (file: string): string => exportQuestionnaire(importQuestionnaire(file).content);
const faults = (file: string): string[] => schemaFaults(exchangeJsonSchema, JSON.parse(file));

/** Questionnaires as people might write them, in any letters, half finished. */
const languages = ['sv', 'en', 'sv-x-lattlast', 'de-informal', 'ar'];
const words = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom('', ' ', '"</script>\u2028', '\ud83d', '__proto__', 'Tryggt?\nJa')
);
const texts = fc.record(
	Object.fromEntries(languages.map((language) => [language, words])) as { sv: typeof words },
	{ requiredKeys: ['sv'] }
);
const flag = fc.boolean();
const count = fc.integer({ min: 1, max: 12 });
const option = fc.record(
	{
		key: fc.constantFrom('a', 'b', '1', '10', 'dont_know', 'other-2'),
		...{ text: texts, short: texts, exclusive: flag, apart: flag }
	},
	{ requiredKeys: ['key', 'text'], noNullPrototype: true }
);
const options = fc.uniqueArray(option, { selector: ({ key }) => key, maxLength: 5 });
const keys = ['safe', 'q_1', 'where', 'more'];
const question = fc.record(
	{
		...{ key: fc.constantFrom(...keys), version: count, kind: fc.constantFrom(...questionKinds) },
		...{
			text: texts,
			help: texts,
			options,
			max: count,
			badSteps: count,
			sensitive: flag,
			unanimityShown: flag
		},
		showIf: fc.record({ question: fc.constantFrom(...keys), anyOf: fc.subarray(['a', 'b', '1', '10']) })
	},
	{ requiredKeys: ['key', 'version', 'kind', 'text', 'options'], noNullPrototype: true }
) as fc.Arbitrary<Question>;
const review = fc.dictionary(
	fc.constantFrom(...languages),
	fc.dictionary(
		fc.constantFrom('title', 'questions.safe.text', '10', '9'),
		fc.constantFrom('machine', 'unreviewed')
	),
	{ noNullPrototype: true }
);
const content = fc
	.record({
		...{ title: texts, intro: texts, review },
		questions: fc.uniqueArray(question, { selector: ({ key }) => key, minLength: 1, maxLength: 4 }),
		background: fc.uniqueArray(
			fc.record({ key: fc.constantFrom('age' as const, 'gender' as const), text: texts, options }),
			{ selector: ({ key }) => key }
		),
		languages: fc.shuffledSubarray(languages.slice(1)).map((others) => ['sv', ...others]),
		source: fc.nat()
	})
	.map(({ source, ...written }): DraftContent => {
		const draft = {
			...emptyContent(),
			...written,
			source: written.languages[source % written.languages.length]!
		};
		return mendConditions(draft as DraftContent, emptyContent()).content;
	});

describe('a questionnaire that is exported, imported and exported again', () => {
	test('is the same file, byte by byte, whatever is in it', () => {
		fc.assert(
			fc.property(content, (draft) => {
				expect(parseContent(draft)).toMatchObject({ ok: true });
				const file = exportQuestionnaire(draft);
				expect(again(file)).toBe(file);
				expect(readImport(Buffer.from(file)).format).toBe('json');
				expect(faults(file)).toEqual([]);
			}),
			{ numRuns: 500 }
		);
	});

	test.each(templateNames)('is the same: template %s', (name) => {
		const file = exportQuestionnaire(template(name, { areas }));
		expect(again(file)).toBe(file);
		expect(importQuestionnaire(file).content).toEqual(contentOf(template(name, { areas })));
		expect(faults(file)).toEqual([]);
	});

	test.each(['ls261_uk_core_survey.lss', 'tsv_de_two_languages.txt'])('is the same: %s', (name) => {
		const file = exportQuestionnaire(readImport(readFileSync(`tests/samples/limesurvey/${name}`)).content);
		expect(again(file)).toBe(file);
		expect(faults(file)).toEqual([]);
	});

	test('is the same, in whatever order its members were', () => {
		const file = exportQuestionnaire(everyKind);
		const turned = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(turned);
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(
				Object.entries(value)
					.reverse()
					.map(([name, member]) => [name, turned(member)])
			);
		};
		expect(again(JSON.stringify(turned(JSON.parse(file))))).toBe(file);
	});
});

test('an exported questionnaire is easy to read and to compare', () => {
	const draft: DraftContent = {
		...emptyContent('Trygg?'),
		...{ languages: ['sv', 'en', 'ar'], source: 'en' },
		title: { en: 'Safe?', ar: '', sv: 'Trygg?' },
		intro: { sv: '', en: '' },
		questions: [
			{
				...{
					options: [{ apart: true, exclusive: false, text: { sv: 'Ja' }, key: 'yes' }],
					text: { sv: 'Är du?' }
				},
				...{ kind: 'choice', version: 2, key: 'safe', sensitive: false, help: { sv: '', en: 'Now' } }
			}
		],
		review: { en: { 'questions.safe.text': 'unreviewed', 'questions.safe.help': 'machine' }, ar: {} },
		letPass: { safe: ['too-long'] },
		removed: [{ question: { ...everyKind.questions[0]!, key: 'gone' }, index: 0 }]
	};
	expect(exportQuestionnaire(draft)).toBe(`{
	"format": "lyhord-questionnaire",
	"version": 1,
	"source": "en",
	"languages": [
		"sv",
		"en",
		"ar"
	],
	"title": {
		"sv": "Trygg?",
		"en": "Safe?"
	},
	"questions": [
		{
			"key": "safe",
			"version": 2,
			"kind": "choice",
			"text": {
				"sv": "Är du?"
			},
			"help": {
				"sv": "",
				"en": "Now"
			},
			"options": [
				{
					"key": "yes",
					"text": {
						"sv": "Ja"
					},
					"apart": true
				}
			]
		}
	],
	"background": [],
	"review": {
		"en": {
			"questions.safe.help": "machine",
			"questions.safe.text": "unreviewed"
		}
	}
}
`);
});

describe('a file that breaks a rule', () => {
	type Broken = Record<string, unknown> & { questions: Record<string, unknown>[] };
	const broken = (change: (file: Broken) => void): string => {
		const file = JSON.parse(exportQuestionnaire(everyKind)) as Broken;
		change(file);
		return JSON.stringify(file);
	};
	const first = (member: string, value: unknown) => broken((file) => (file.questions[0]![member] = value));
	const whole = (member: string, value: unknown) => broken((file) => (file[member] = value));

	test.each<[string, string, string]>([
		['an unknown member', whole('answers', []), 'answers: additionalProperties'],
		['no title', broken((file) => delete file.title), ': required'],
		['no Swedish', whole('title', { en: 'x' }), 'title: required'],
		['a title that is no text', whole('title', { sv: 1 }), 'title.sv: type'],
		[
			'something that is no language',
			whole('title', { sv: 'x', 'På tyska': 'y' }),
			'title.På tyska: pattern'
		],
		['a text that is too long', whole('title', { sv: 'x'.repeat(5001) }), 'title.sv: maxLength'],
		['Swedish not first', whole('languages', ['en', 'sv']), 'languages.0: const'],
		['a language twice', whole('languages', ['sv', 'en', 'en']), 'languages: uniqueItems'],
		['an unknown kind', first('kind', 'matrix'), 'questions.0.kind: enum'],
		['a key with a capital', first('key', 'safeOverall'), 'questions.0.key: pattern'],
		['a key that objects answer to', first('key', 'constructor'), 'questions.0.key: not'],
		['half a version', first('version', 1.5), 'questions.0.version: type'],
		['no version', first('version', 0), 'questions.0.version: minimum'],
		[
			'an option key with |',
			first('options', [{ key: 'a|b', text: { sv: 'x' } }]),
			'questions.0.options.0.key: pattern'
		],
		[
			'an unknown dimension',
			whole('background', [{ key: 'religion', text: { sv: '' }, options: [] }]),
			'background.0.key: enum'
		],
		['an unknown state of review', whole('review', { en: { title: 'good' } }), 'review.en.title: enum']
	])('is refused by the schema and by the import: %s', (_name, file, fault) => {
		expect(faults(file)).toContain(fault);
		expect(() => importQuestionnaire(file)).toThrow(expect.objectContaining({ code: 'wrong-shape' }));
	});

	test.each<[string, string, string]>([
		['two questions of one key', broken((file) => file.questions.push(file.questions[0]!)), 'questions'],
		['a source in no language of it', whole('source', 'de'), ''],
		[
			'an option twice',
			first('options', [
				{ key: 'a', text: { sv: '1' } },
				{ key: 'a', text: { sv: '2' } }
			]),
			'questions.0.options'
		]
	])('that no schema can say is refused by the import: %s', (_name, file, at) =>
		expect(() => importQuestionnaire(file)).toThrow(expect.objectContaining({ code: 'wrong-shape', at }))
	);

	test('of a condition on nothing is taken without it, and says so', () => {
		const { content: taken, mended } = importQuestionnaire(
			first('showIf', { question: 'nothing', anyOf: ['a'] })
		);
		expect(taken.questions[0]!.showIf).toBeUndefined();
		expect(mended).toEqual([expect.objectContaining({ at: 'questions.lighting.showIf' })]);
	});

	test('is another format, or of a later version', () => {
		expect(() => importQuestionnaire(whole('format', 'else'))).toThrow(
			expect.objectContaining({ code: 'unknown-format' })
		);
		expect(() => importQuestionnaire(whole('version', 2))).toThrow(
			expect.objectContaining({ code: 'newer-version', at: '2' })
		);
		expect(() => importQuestionnaire('null')).toThrow(expect.objectContaining({ code: 'unknown-format' }));
	});
});
