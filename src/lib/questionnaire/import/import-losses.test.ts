import { describe, expect, test } from 'vitest';
import { lssOf, type WrittenQuestion, type WrittenSurvey } from '#tests/support/limesurvey.ts';
import { readImport } from './read-import.ts';

const imported = (survey: WrittenSurvey) => readImport(Buffer.from(lssOf(survey)));
const alone = (question: WrittenQuestion) => imported({ questions: [question] });
const noted = ({ report }: ReturnType<typeof imported>): string[] =>
	report
		.filter(({ code }) => code !== 'group')
		.map(({ code, at, what }) => [code, at, what].filter((part) => part !== '').join(' '));
const items: [string, string][] = [
	['SQ001', 'Skräp'],
	['SQ002', 'Buller']
];

describe('keys', () => {
	test('are made of codes, each once', () => {
		const { content } = imported({
			questions: [
				{ code: 'currentEmp1', type: 'S' },
				{ code: 'currentemp1', type: 'S' },
				{ code: 'CurrentEmp1', type: 'S' },
				{ code: '1åäö', type: 'S' },
				{ code: 'constructor', type: 'S' },
				{ code: '', type: 'S' }
			]
		});
		expect(content.questions.map(({ key }) => key)).toEqual([
			'current_emp1',
			'currentemp1',
			'current_emp1_2',
			'q_1aao',
			'constructor_2',
			'question'
		]);
	});

	test('of options that differ in capitals only are told apart', () => {
		const { content } = alone({
			...{ code: 'Q', type: 'L', other: true },
			answers: [
				['a', 'A'],
				['A', 'B'],
				['other', 'C']
			]
		});
		expect(content.questions[0]!.options.map(({ key }) => key)).toEqual(['a', 'a_2', 'other', 'other_2']);
	});
});

describe('what LimeSurvey knows and we do not', () => {
	test('is in the report, each thing where it stood', () => {
		const result = imported({
			questions: [
				{
					...{ code: 'Q1', type: 'M', items, mandatory: true, validation: '/\\d+/' },
					...{ text: 'Hej {TOKEN:FIRSTNAME}', help: 'Se <a href="https://example.se/om">sidan</a>' },
					attributes: {
						...{ array_filter: 'Q0', em_validation_q: 'sum(self) == 1', hidden: '1', cssclass: 'wide' },
						...{ random_order: '0', exclude_all_others: 'SQ002', min_answers: '1' }
					}
				}
			],
			more:
				'<quota><rows><row><name>Kvinnor</name></row></rows></quota>' +
				'<assessments><rows><row><id>1</id></row></rows></assessments>' +
				'<defaultvalues><rows><row><qid>100</qid></row></rows></defaultvalues>'
		});
		expect(noted(result)).toEqual([
			'never-shown Q1 hidden = 1',
			'filter Q1 array_filter = Q0',
			'validation Q1 /\\d+/',
			'validation Q1 em_validation_q = sum(self) == 1',
			'validation Q1 min_answers = 1',
			'piping Q1 {TOKEN:FIRSTNAME}',
			'links Q1 https://example.se/om',
			'default Q1',
			'quota Kvinnor',
			'assessment 1',
			'mandatory Q1',
			'attribute cssclass Q1'
		]);
		expect(result.content.questions[0]!.options).toEqual([
			{ key: 'sq001', text: { sv: 'Skräp' } },
			{ key: 'sq002', text: { sv: 'Buller' }, exclusive: true }
		]);
	});

	test('in options: pictures without words, too many, too few', () => {
		const many = Array.from({ length: 320 }, (_, index): [string, string] => [`A${index}`, `Svar ${index}`]);
		const result = imported({
			questions: [
				{
					code: 'Q1',
					type: 'L',
					answers: [
						['A1', '<img src="a.png">'],
						['A2', 'Två']
					]
				},
				{ code: 'Q2', type: 'L', answers: many, other: true },
				{ code: 'Q3', type: 'L', answers: [['A1', 'Ensam']] }
			]
		});
		expect(result.content.questions.map(({ options }) => options.length)).toEqual([2, 300, 1]);
		expect(result.content.questions[0]!.options[0]!.text).toEqual({ sv: 'A1' });
		expect(noted(result)).toEqual([
			'links Q1 a.png',
			'other Q2',
			'options-cut Q2 21',
			'empty-option Q1 A1',
			'few-options Q3'
		]);
	});

	test('as many lines as anybody reads, and how many more', () => {
		const help = Array.from({ length: 400 }, (_, index) => `{Q${index}}`).join(' ');
		const lines = noted(alone({ code: 'Q1', type: 'S', help }));
		expect(lines).toHaveLength(301);
		expect(lines.at(-1)).toBe('piping +100');
	});
});

describe('languages', () => {
	test('of a file without Swedish leave Swedish empty and are the source', () => {
		const { content, report } = imported({
			language: 'de',
			questions: [{ code: 'Q1', type: 'Y', text: 'Gut?' }]
		});
		expect(content).toMatchObject({
			title: { sv: '', de: 'Enkät' },
			languages: ['sv', 'de'],
			source: 'de',
			questions: [
				{
					text: { sv: '', de: 'Gut?' },
					options: [{ text: { sv: 'Ja', de: 'Ja' } }, { text: { sv: 'Nej', de: 'Nein' } }]
				}
			]
		});
		expect(report).toContainEqual({ at: '', code: 'no-swedish', what: 'de' });
	});

	test('that we have no yes and no in are reported', () => {
		const { content, report } = imported({ language: 'et', questions: [{ code: 'Q1', type: 'Y' }] });
		expect(content.questions[0]!.options[0]!.text).toEqual({ sv: 'Ja' });
		expect(report).toContainEqual({ at: 'et', code: 'standard-answers', what: '' });
		expect(report).toContainEqual({ at: 'et', code: 'translation', what: '2' });
	});

	test('that are none are left out', () => {
		const more =
			'<languages><language>sv</language><language>__proto__</language><language>de-x</language></languages>';
		const { content, report } = imported({ questions: [{ code: 'Q1', type: 'S' }], more });
		expect(content.languages).toEqual(['sv']);
		expect(report.filter(({ code }) => code === 'language').map(({ at }) => at)).toEqual([
			'__proto__',
			'de-x'
		]);
	});
});
