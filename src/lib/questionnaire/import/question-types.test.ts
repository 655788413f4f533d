import { describe, expect, test } from 'vitest';
import { lssOf, type WrittenQuestion, type WrittenSurvey } from '#tests/support/limesurvey.ts';
import { checkDefinition } from '../definition.ts';
import { definitionOf } from '../draft-content.ts';
import type { Question } from '../question.ts';
import { readImport } from './read-import.ts';

const imported = (survey: WrittenSurvey) => readImport(Buffer.from(lssOf(survey)));
const alone = (question: WrittenQuestion) => imported({ questions: [question] });
const noted = ({ report }: ReturnType<typeof imported>): string[] =>
	report
		.filter(({ code }) => code !== 'group')
		.map(({ code, at, what }) => [code, at, what].filter((part) => part !== '').join(' '));

/** A question in short: key, kind, text, and its options as `key=text`. */
const short = ({ key, kind, text, options, max }: Question): string =>
	[key, kind, text.sv, options.map((option) => `${option.key}=${option.text.sv}`).join(' '), max ?? '']
		.join(' | ')
		.replace(/[ |]+$/, '');

const answers: [string, string][] = [
	['A1', 'Bra'],
	['A2', 'Dåligt']
];
const items: [string, string][] = [
	['SQ001', 'Skräp'],
	['SQ002', 'Buller']
];
const steps = (last: number) =>
	Array.from({ length: last }, (_, index) => `${index + 1}=${index + 1}`).join(' ');

describe('a question of LimeSurvey becomes', () => {
	const cases: [string, WrittenQuestion, string[], string[]][] = [
		['! a choice', { code: 'Q1', type: '!', answers }, ['q1 | choice | Fråga Q1 | a1=Bra a2=Dåligt'], []],
		['L a choice', { code: 'Q1', type: 'L', answers }, ['q1 | choice | Fråga Q1 | a1=Bra a2=Dåligt'], []],
		[
			'L with "other" a choice with Annat',
			{ code: 'Q1', type: 'L', answers, other: true },
			['q1 | choice | Fråga Q1 | a1=Bra a2=Dåligt other=Annat'],
			['other Q1']
		],
		[
			'L with its own word for "other" a choice with that',
			{ code: 'Q1', type: 'L', answers, other: true, attributes: { other_replace_text: 'Något annat' } },
			['q1 | choice | Fråga Q1 | a1=Bra a2=Dåligt other=Något annat'],
			['other Q1']
		],
		[
			'O a choice without its comment',
			{ code: 'Q1', type: 'O', answers },
			['q1 | choice | Fråga Q1 | a1=Bra a2=Dåligt'],
			['comment Q1']
		],
		['Y a choice of yes and no', { code: 'Q1', type: 'Y' }, ['q1 | choice | Fråga Q1 | yes=Ja no=Nej'], []],
		[
			'G a choice of two genders',
			{ code: 'Q1', type: 'G' },
			['q1 | choice | Fråga Q1 | female=Kvinna male=Man'],
			['gender Q1']
		],
		['5 a scale', { code: 'Q1', type: '5' }, [`q1 | scale | Fråga Q1 | ${steps(5)}`], ['scale-direction Q1']],
		[
			'1 two questions for every row',
			{
				...{ code: 'Q1', type: '1', text: 'Hur stort problem är', items: [['SQ001', 'Skräp']] },
				answers: [
					['A1', 'Lite'],
					['A2', 'Mycket'],
					['B1', 'Ja', 1],
					['B2', 'Nej', 1]
				],
				attributes: { dualscale_headerA: 'Nu', dualscale_headerB: 'Förut' }
			},
			[
				'q1_sq001_0 | choice | Hur stort problem är – Skräp – Nu | a1=Lite a2=Mycket',
				'q1_sq001_1 | choice | Hur stort problem är – Skräp – Förut | b1=Ja b2=Nej'
			],
			['matrix Q1 2']
		],
		[
			'A a scale for every row',
			{ code: 'Q1', type: 'A', text: 'Hur stort problem är', items },
			[
				`q1_sq001 | scale | Hur stort problem är – Skräp | ${steps(5)}`,
				`q1_sq002 | scale | Hur stort problem är – Buller | ${steps(5)}`
			],
			['matrix Q1 2', 'scale-direction Q1']
		],
		[
			'B a scale of ten for every row',
			{ code: 'Q1', type: 'B', text: '', items: [['SQ001', 'Hur stort problem är skräp?']] },
			[`q1_sq001 | scale | Hur stort problem är skräp? | ${steps(10)}`],
			['matrix Q1 1', 'scale-direction Q1']
		],
		[
			'C a choice of yes, no and uncertain for every row',
			{ code: 'Q1', type: 'C', items: [['SQ001', 'Skräp']] },
			['q1_sq001 | choice | Fråga Q1 – Skräp | yes=Ja no=Nej uncertain=Osäker'],
			['matrix Q1 1']
		],
		[
			'E a choice of more, same and less for every row',
			{ code: 'Q1', type: 'E', items: [['SQ001', 'Skräp']] },
			['q1_sq001 | choice | Fråga Q1 – Skräp | increase=Ökar same=Oförändrat decrease=Minskar'],
			['matrix Q1 1']
		],
		[
			'F a choice for every row',
			{ code: 'Q1', type: 'F', items, answers },
			[
				'q1_sq001 | choice | Fråga Q1 – Skräp | a1=Bra a2=Dåligt',
				'q1_sq002 | choice | Fråga Q1 – Buller | a1=Bra a2=Dåligt'
			],
			['matrix Q1 2']
		],
		[
			'F with counted answers a scale for every row',
			{
				...{ code: 'Q1', type: 'F', items: [['SQ001', 'Skräp']] },
				answers: [
					['A1', '0 – inte alls'],
					['A2', '1'],
					['A3', '2 mycket']
				]
			},
			['q1_sq001 | scale | Fråga Q1 – Skräp | a1=0 – inte alls a2=1 a3=2 mycket'],
			['matrix Q1 1', 'scale-direction Q1']
		],
		[
			'H a choice for every column',
			{ code: 'Q1', type: 'H', items: [['SQ001', 'Skräp']], answers },
			['q1_sq001 | choice | Fråga Q1 – Skräp | a1=Bra a2=Dåligt'],
			['matrix Q1 1']
		],
		[
			'M choices',
			{ code: 'Q1', type: 'M', items },
			['q1 | choices | Fråga Q1 | sq001=Skräp sq002=Buller'],
			[]
		],
		[
			'M with a limit choices with that',
			{ code: 'Q1', type: 'M', items, other: true, attributes: { max_answers: '2' } },
			['q1 | choices | Fråga Q1 | sq001=Skräp sq002=Buller other=Annat | 2'],
			['other Q1']
		],
		[
			'P choices without comments',
			{ code: 'Q1', type: 'P', items },
			['q1 | choices | Fråga Q1 | sq001=Skräp sq002=Buller'],
			['comment Q1']
		],
		[
			'R a ranking of two',
			{ code: 'Q1', type: 'R', answers },
			['q1 | ranking | Fråga Q1 | a1=Bra a2=Dåligt | 2'],
			[]
		],
		[
			'R with many ranks a ranking of three',
			{ code: 'Q1', type: 'R', answers: [...answers, ['A3', 'C'], ['A4', 'D'], ['A5', 'E']] },
			['q1 | ranking | Fråga Q1 | a1=Bra a2=Dåligt a3=C a4=D a5=E'],
			['ranks Q1 5']
		],
		[
			'R with two ranks of many a ranking of two',
			{
				...{ code: 'Q1', type: 'R', answers: [...answers, ['A3', 'C'], ['A4', 'D']] },
				attributes: { max_answers: '2' }
			},
			['q1 | ranking | Fråga Q1 | a1=Bra a2=Dåligt a3=C a4=D | 2'],
			[]
		],
		['S a text', { code: 'Q1', type: 'S' }, ['q1 | text | Fråga Q1'], []],
		[
			'T a longer text',
			{ code: 'Q1', type: 'T' },
			['q1 | text | Fråga Q1 | | 1000'.replace('| |', '|  |')],
			[]
		],
		['U the longest text', { code: 'Q1', type: 'U' }, ['q1 | text | Fråga Q1 |  | 2000'], []],
		[
			'S with a limit a text with that, as far as we go',
			{ code: 'Q1', type: 'S', attributes: { maximum_chars: '9000' } },
			['q1 | text | Fråga Q1 |  | 2000'],
			['text-limit Q1 9000']
		],
		['N a text', { code: 'Q1', type: 'N' }, ['q1 | text | Fråga Q1'], ['number Q1']],
		['D a text', { code: 'Q1', type: 'D' }, ['q1 | text | Fråga Q1'], ['date Q1']],
		[
			'Q a text for every field',
			{ code: 'Q1', type: 'Q', items },
			['q1_sq001 | text | Fråga Q1 – Skräp', 'q1_sq002 | text | Fråga Q1 – Buller'],
			['several-fields Q1 2']
		],
		[
			'K a text for every field, and says so',
			{ code: 'Q1', type: 'K', items: [['SQ001', '|Lite|Mycket']], attributes: { slider_layout: '1' } },
			['q1_sq001 | text | Fråga Q1 – Lite – Mycket'],
			['several-fields Q1 1', 'number Q1', 'slider Q1']
		]
	];
	test.each(cases)('%s', (_name, question, questions, lines) => {
		const result = alone(question);
		expect(result.content.questions.map(short)).toEqual(questions);
		expect(noted(result)).toEqual(lines);
	});

	const left: [string, string][] = [
		['X', 'left-display Q1 Fråga Q1'],
		['*', 'left-equation Q1 Fråga Q1'],
		['|', 'left-upload Q1 Fråga Q1'],
		['I', 'left-language Q1 Fråga Q1'],
		[';', 'left-table Q1 Fråga Q1'],
		[':', 'left-table Q1 Fråga Q1'],
		['Z', 'left-unknown Q1 Z: Fråga Q1']
	];
	test.each(left)('%s nothing, and the report keeps its words', (type, line) => {
		const result = imported({
			questions: [
				{ code: 'Q1', type, items },
				{ code: 'Q2', type: 'S' }
			]
		});
		expect(result.content.questions.map(({ key }) => key)).toEqual(['q2']);
		expect(noted(result)).toEqual([line]);
	});

	test('something that can be published as it is', () => {
		const questions = cases
			.filter(([name]) => !name.startsWith('F with'))
			.map(([, question], index) => ({ ...question, code: `Q${index}` }));
		const { content } = imported({ questions });
		expect(checkDefinition(definitionOf(content))).toMatchObject({ ok: true });
	});
});
