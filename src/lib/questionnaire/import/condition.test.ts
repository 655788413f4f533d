import { describe, expect, test } from 'vitest';
import { lssOf, type WrittenQuestion } from '#tests/support/limesurvey.ts';
import { evaluate } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { readImport } from './read-import.ts';

describe('an expression', () => {
	const values: Record<string, string> = { Q1: 'A1', Q2: '', Q3_SQ1: 'Y', Q4: '10', '7X1X100SQ001': '2' };
	const truth = (text: string): boolean | undefined => {
		const expression = parseExpression(text);
		return expression && evaluate(expression, (name) => values[name] ?? '');
	};
	test.each<[string, boolean | undefined]>([
		['', true],
		['1', true],
		['0', false],
		['Q1 == "A1"', true],
		["Q1.NAOK=='A1'", true],
		['((Q1.NAOK eq "A1"))', true],
		['Q1 != "A1"', false],
		['Q1 == "A1" and Q2 == "A1"', false],
		['Q1 == "A1" || Q2 == "A1"', true],
		['Q2 == "x" or Q2 == "y" and Q1 == "A1"', false],
		['!(Q1 == "A1")', false],
		['not is_empty(Q2)', false],
		['is_empty(Q2.NAOK)', true],
		['Q4 > 9', true],
		['Q4 lt 9', false],
		['Q2 < 9', false],
		['Q4 == 10.0', true],
		['7X1X100SQ001.NAOK >= "2"', true],
		['Q3_SQ1', true],
		['count(Q1, Q2) > 1', undefined],
		['Q1 == "A1" ; drop', undefined],
		['Q1 ==', undefined],
		['(Q1 == "A1"', undefined],
		['Q1 = "A1"', undefined],
		['Q1 == "A1', undefined],
		['"'.repeat(99), undefined],
		['('.repeat(2000), undefined],
		['!'.repeat(2000), undefined],
		['1 or '.repeat(1000) + '1', undefined]
	])('%s', (text, expected) => expect(truth(text)).toBe(expected));
});

const answers: [string, string][] = [
	['A1', 'Aldrig'],
	['A2', 'Ibland'],
	['A3', 'Ofta']
];
const earlier: WrittenQuestion[] = [
	{ code: 'Q1', type: 'L', answers, other: true },
	{
		...{ code: 'Q2', type: 'M', other: true },
		items: [
			['SQ001', 'Skräp'],
			['SQ002', 'Buller']
		]
	},
	{ code: 'Q3', type: 'F', answers, items: [['SQ001', 'Skräp']] },
	{ code: 'Q4', type: 'Y' },
	{ code: 'Q5', type: '5' },
	{ code: 'Q6', type: 'S' },
	{ code: 'Q7', type: 'R', answers },
	{
		code: 'Q8',
		type: '1',
		answers: [...answers, ['B1', 'Ja', 1], ['B2', 'Nej', 1]],
		items: [['SQ001', 'Skräp']]
	}
];

describe('a condition of LimeSurvey', () => {
	const asked = (relevance: string, groupRelevance = '') => {
		const questions = [...earlier, { code: 'Last', type: 'S', relevance }];
		const { content, report } = readImport(Buffer.from(lssOf({ questions, groupRelevance })));
		const { showIf } = content.questions.at(-1)!;
		const lines = report.filter(({ at }) => at === 'Last').map(({ code, what }) => `${code}: ${what}`);
		return [showIf ? `${showIf.question}: ${showIf.anyOf.join(' ')}` : '', ...lines];
	};
	test.each<[string, string[]]>([
		['1', ['']],
		['Q1 == "A1"', ['q1: a1']],
		["Q1.NAOK == 'A1' or Q1.NAOK == 'A3'", ['q1: a1 a3']],
		['7X1X100.NAOK == "A2"', ['q1: a2']],
		['Q1 == "-oth-"', ['q1: other']],
		['!is_empty(Q1)', ['q1: a1 a2 a3 other']],
		['Q2_SQ001 == "Y"', ['q2: sq001']],
		['7X1X200SQ002.NAOK == "Y" or Q2_SQ001 == "Y"', ['q2: sq002 sq001']],
		['!is_empty(Q2_other)', ['q2: other']],
		['Q3_SQ001 == "A3"', ['q3_sq001: a3']],
		['Q4 == "Y"', ['q4: yes']],
		['Q5 >= 4', ['q5: 4 5']],
		['Q8_SQ001_1 == "B1"', ['q8_sq001_1: b1']],
		['7X1X800SQ001#0.NAOK == "A1"', ['q8_sq001_0: a1']],
		['Q1 != "A1"', ['q1: a2 a3 other', 'condition-skipped: Q1 != "A1"']],
		['is_empty(Q1)', ['', 'condition: is_empty(Q1)']],
		['Q2_SQ001 == "Y" and Q2_SQ002 == "Y"', ['', 'condition: Q2_SQ001 == "Y" and Q2_SQ002 == "Y"']],
		['Q2_SQ001 != "Y"', ['', 'condition: Q2_SQ001 != "Y"']],
		['Q1 == "A1" and Q4 == "Y"', ['', 'condition: Q1 == "A1" and Q4 == "Y"']],
		['Q6 == "x"', ['', 'condition: Q6 == "x"']],
		['Q7_1 == "A1"', ['', 'condition: Q7_1 == "A1"']],
		['Later == "A1"', ['', 'condition: Later == "A1"']],
		['count(that.Q2) > 2', ['', 'condition: count(that.Q2) > 2']],
		['Q1 == "Z9"', ['', 'never-shown: Q1 == "Z9"']],
		['0', ['', 'never-shown: 0']],
		['Q1 == "A1" or Q1 != "A1"', ['']]
	])('%s', (relevance, expected) => expect(asked(relevance)).toEqual(expected));

	test('of a group holds for its questions, and together with their own where both are about one answer', () => {
		const questions: WrittenQuestion[] = [
			{ code: 'Q1', type: 'L', answers },
			{ code: 'Q2', type: 'Y', relevance: 'Q1 != "A2"' },
			{ code: 'Q3', type: 'S', relevance: 'Q2 == "Y"' }
		];
		const file = lssOf({ questions, groupRelevance: 'Q1 == "A1" or Q1 == "A2"' });
		const { content, report } = readImport(Buffer.from(file));
		expect(content.questions.map(({ showIf }) => showIf)).toEqual([
			undefined,
			{ question: 'q1', anyOf: ['a1'] },
			{ question: 'q2', anyOf: ['yes'] }
		]);
		expect(report.filter(({ code }) => code.startsWith('condition'))).toEqual([
			{ at: 'Q1', code: 'condition', what: 'Q1 == "A1" or Q1 == "A2"' },
			{ at: 'Q3', code: 'condition-partly', what: 'Q1 == "A1" or Q1 == "A2" and Q2 == "Y"' }
		]);
	});
});
