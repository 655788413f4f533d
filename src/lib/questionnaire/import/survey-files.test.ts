import { describe, expect, test } from 'vitest';
import { lssFile, lssTable } from '#tests/support/limesurvey.ts';
import { readImport } from './read-import.ts';

const read = (text: string | Buffer) => readImport(Buffer.from(text));
const column = [
	'class',
	'type/scale',
	'name',
	'relevance',
	'text',
	'help',
	'language',
	'other',
	'random_order'
];
const tsv = (rows: string[][]): string =>
	[column, ...rows].map((row) => column.map((_, index) => row[index] ?? '').join('\t')).join('\r\n');
const settings = [
	['S', '', 'sid', '', '7'],
	['S', '', 'language', '', 'sv'],
	['S', '', 'additional_languages', '', 'en'],
	['SL', '', 'surveyls_title', '', 'Trygg?', '', 'sv'],
	['SL', '', 'surveyls_title', '', 'Safe?', '', 'en']
];
const block = (language: string, words: [string, string, string, string]) => [
	['G', 'G0', words[0], '1', '', '', language],
	['Q', 'M', 'Q1', '1', words[1], '', language, 'N', '1'],
	['SQ', '0', 'SQ1', '', words[2], '', language],
	['SQ', '0', 'SQ2', '', words[3], '', language]
];

describe('a survey of LimeSurvey 4 or later', () => {
	const file = lssFile(
		[
			lssTable('groups', [{ gid: 3, sid: 7, group_order: 1, grelevance: '' }]),
			lssTable('group_l10ns', [
				{ id: 1, gid: 3, group_name: 'Gruppen', language: 'sv' },
				{ id: 2, gid: 3, group_name: 'The group', language: 'en' }
			]),
			lssTable('questions', [
				{
					qid: 2,
					parent_qid: 0,
					sid: 7,
					gid: 3,
					type: 'L',
					title: 'Q2',
					question_order: 2,
					relevance: 'Q1.NAOK == "Y"'
				},
				{ qid: 1, parent_qid: 0, sid: 7, gid: 3, type: 'Y', title: 'Q1', question_order: 1, relevance: '1' },
				{ qid: 3, parent_qid: 0, sid: 7, gid: 3, type: 'M', title: 'Q3', question_order: 3, relevance: '1' }
			]),
			lssTable('question_l10ns', [
				{ id: 1, qid: 1, question: '<p>Trygg?</p>', help: '', script: '', language: 'sv' },
				{ id: 2, qid: 1, question: '<p>Safe?</p>', help: '', script: '', language: 'en' },
				{ id: 3, qid: 2, question: 'Var?', help: 'Välj', script: 'alert(1)', language: 'sv' },
				{ id: 4, qid: 2, question: 'Where?', help: 'Choose', script: '', language: 'en' },
				{ id: 5, qid: 3, question: 'Vad?', help: '', script: '', language: 'sv' },
				{ id: 6, qid: 3, question: 'What?', help: '', script: '', language: 'en' },
				{ id: 7, qid: 4, question: 'Skräp', help: '', script: '', language: 'sv' },
				{ id: 8, qid: 4, question: 'Litter', help: '', script: '', language: 'en' }
			]),
			lssTable('subquestions', [
				{ qid: 4, parent_qid: 3, type: 'T', title: 'SQ001', question_order: 0, scale_id: 0, relevance: '1' }
			]),
			lssTable('answers', [
				{ aid: 11, qid: 2, code: 'AO02', sortorder: 1, assessment_value: 0, scale_id: 0 },
				{ aid: 10, qid: 2, code: 'AO01', sortorder: 0, assessment_value: 0, scale_id: 0 }
			]),
			lssTable('answer_l10ns', [
				{ id: 1, aid: 10, answer: 'Hemma', language: 'sv' },
				{ id: 2, aid: 10, answer: 'At home', language: 'en' },
				{ id: 3, aid: 11, answer: 'På stan', language: 'sv' }
			]),
			lssTable('surveys', [
				{ sid: 7, language: 'sv', additional_languages: 'en', format: 'I', admin: 'inherit' }
			]),
			lssTable('surveys_languagesettings', [
				{
					surveyls_language: 'sv',
					surveyls_title: 'Enkät',
					surveyls_description: 'Om',
					surveyls_welcometext: 'Hej'
				},
				{
					surveyls_language: 'en',
					surveyls_title: 'Survey',
					surveyls_description: '',
					surveyls_welcometext: 'Hello'
				}
			])
		].join('')
	);

	test('has its texts in tables of their own', () => {
		const { format, content, report } = read(file);
		expect(format).toBe('lss');
		expect(content).toMatchObject({
			title: { sv: 'Enkät', en: 'Survey' },
			intro: { sv: 'Om\n\nHej', en: 'Hello' },
			languages: ['sv', 'en'],
			source: 'sv',
			questions: [
				{ key: 'q1', text: { sv: 'Trygg?', en: 'Safe?' } },
				{
					key: 'q2',
					text: { sv: 'Var?', en: 'Where?' },
					help: { sv: 'Välj', en: 'Choose' },
					showIf: { question: 'q1', anyOf: ['yes'] },
					options: [
						{ key: 'ao01', text: { sv: 'Hemma', en: 'At home' } },
						{ key: 'ao02', text: { sv: 'På stan' } }
					]
				},
				{ key: 'q3', kind: 'choices', options: [{ key: 'sq001', text: { sv: 'Skräp', en: 'Litter' } }] }
			]
		});
		expect(report).toEqual([
			{ at: 'Gruppen', code: 'group', what: '' },
			{ at: 'Q3', code: 'few-options', what: '' },
			{ at: 'en', code: 'translation', what: '1' },
			{ at: 'script', code: 'attribute', what: 'Q2' }
		]);
	});

	test('that is one question or one group only is refused', () => {
		const one = file.replace('>Survey<', '>Question<');
		expect(() => read(one)).toThrow(expect.objectContaining({ code: 'not-survey' }));
	});
});

describe('a survey structure in columns', () => {
	test('joins the languages, whichever way they come', () => {
		const sv = block('sv', ['Grupp', 'Vad?', 'Skräp', 'Buller']);
		const en = block('en', ['Group', 'What?', 'Litter', 'Noise']);
		const expected = {
			title: { sv: 'Trygg?', en: 'Safe?' },
			questions: [
				{
					text: { sv: 'Vad?', en: 'What?' },
					options: [{ text: { sv: 'Skräp', en: 'Litter' } }, { text: { sv: 'Buller', en: 'Noise' } }]
				}
			]
		};
		expect(read(tsv([...settings, ...sv, ...en])).content).toMatchObject(expected);
		expect(read(tsv([...settings, ...en, ...sv])).content).toMatchObject(expected);
	});

	test('keeps two questions of one code, and two options of one code, apart', () => {
		const twice = (language: string, word: string) => [
			['Q', 'L', 'Q1', '', `${word} 1`, '', language],
			['A', '0', 'A1', '', `${word} 2`, '', language],
			['A', '0', 'A1', '', `${word} 3`, '', language],
			['Q', 'S', 'Q1', '', `${word} 4`, '', language]
		];
		const { content } = read(tsv([...settings, ...twice('sv', 'svenska'), ...twice('en', 'English')]));
		expect(content.questions).toMatchObject([
			{
				...{ key: 'q1', text: { sv: 'svenska 1', en: 'English 1' } },
				options: [
					{ key: 'a1', text: { sv: 'svenska 2', en: 'English 2' } },
					{ key: 'a1_2', text: { sv: 'svenska 3', en: 'English 3' } }
				]
			},
			{ key: 'q1_2', text: { sv: 'svenska 4', en: 'English 4' } }
		]);
	});

	test('may be without settings and groups: its first language is the base', () => {
		const { content } = read(tsv([['Q', 'S', 'Q1', '', 'Warum?', '', 'de']]));
		expect(content).toMatchObject({ source: 'de', questions: [{ text: { sv: '', de: 'Warum?' } }] });
	});

	test('may have quotation marks that are part of the text, as LimeSurvey 2 wrote them', () => {
		const { content } = read(
			tsv([
				...settings,
				['Q', 'S', 'Q1', '', '"Trygg" är vad?', '', 'sv'],
				['Q', 'S', 'Q2', '', 'Är du "trygg"', '', 'sv']
			])
		);
		expect(content.questions.map(({ text }) => text.sv)).toEqual(['"Trygg" är vad?', 'Är du "trygg"']);
	});

	test('may have texts in quotation marks, over several lines, and marks against formulas', () => {
		const { content } = read(
			tsv([
				...settings,
				['Q', 'S', 'Q1', '', '"Är du ""trygg""?\r\nHela dygnet?\t"', '', 'sv'],
				['Q', 'S', 'Q2', '', "'- och sedan?", '', 'sv']
			])
		);
		expect(content.questions.map(({ text }) => text.sv)).toEqual([
			'Är du "trygg"?\nHela dygnet?',
			'- och sedan?'
		]);
	});

	test('reports rows and settings that are nothing to us', () => {
		const { report } = read(
			tsv([
				...settings,
				...block('sv', ['Grupp', 'Vad?', 'Skräp', 'Buller']),
				['QTA', '', 'Kvinnor'],
				['AS', '', 'Poäng'],
				['ZZ', '', 'Något nytt'],
				['C', '', '7X1X2', '==', 'Y']
			])
		);
		expect(report.map(({ code, at, what }) => `${code} ${at} ${what}`)).toEqual([
			'group Grupp ',
			'quota Kvinnor ',
			'assessment  1',
			'row ZZ 1',
			'translation en 3',
			'attribute random_order Q1'
		]);
	});
});

describe('letters', () => {
	const survey = (declared: string) =>
		lssFile(
			lssTable('questions', [
				{ qid: 1, parent_qid: 0, gid: 1, type: 'S', title: 'Q1', question: 'Åäö – ”så”?', language: 'sv' }
			])
		).replace('UTF-8', declared);
	const windows = (text: string): Buffer =>
		Buffer.from(text.replaceAll('–', '\u0096').replaceAll('”', '\u0094'), 'latin1');
	const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
	const table = tsv([...settings, ['Q', 'S', 'Q1', '', 'Åäö – ”så”?', '', 'sv']]);

	test.each<[string, Buffer]>([
		['UTF-8', Buffer.from(survey('UTF-8'))],
		['UTF-8 with a mark', Buffer.from(`\ufeff${survey('UTF-8')}`)],
		['windows-1252 that says so', windows(survey('windows-1252'))],
		['ISO 8859-1 that is windows-1252, as it mostly is', windows(survey('ISO-8859-1'))],
		['UTF-16 with a mark', Buffer.from(`\ufeff${survey('UTF-16')}`, 'utf16le')],
		['UTF-16 the other way round', utf16be(`\ufeff${survey('UTF-16')}`)],
		['UTF-16 without a mark', Buffer.from(survey('UTF-16'), 'utf16le')],
		['UTF-8 that says UTF-16', Buffer.from(survey('UTF-16'))],
		['a table in UTF-16, as spreadsheets save it', Buffer.from(`\ufeff${table}`, 'utf16le')]
	])('are read in %s', (_name, bytes) => {
		const { content, report } = read(bytes);
		expect(content.questions[0]!.text.sv).toBe('Åäö – ”så”?');
		expect(report.some(({ code }) => code === 'encoding')).toBe(false);
	});

	test('are guessed to be windows-1252 where the file does not say, and the report says that', () => {
		const { content, report } = read(windows(table));
		expect(content.questions[0]!.text.sv).toBe('Åäö – ”så”?');
		expect(report).toContainEqual({ at: '', code: 'encoding', what: 'windows-1252' });
	});

	test.each<[string, Buffer]>([
		['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
		['one that there is not', Buffer.from(survey('x-klingon'))],
		['broken UTF-16', Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x00])]
	])('are refused in %s', (_name, bytes) =>
		expect(() => read(bytes)).toThrow(expect.objectContaining({ code: 'encoding' }))
	);
});
