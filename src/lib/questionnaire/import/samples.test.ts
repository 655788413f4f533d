import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkConditions } from '../condition.ts';
import { definitionOf } from '../draft-content.ts';
import { parseContent } from '../draft-schema.ts';
import { completeness } from '../draft-texts.ts';
import { readImport } from './read-import.ts';
import type { ReportCode } from './report.ts';

const sample = (name: string) => {
	const read = readImport(readFileSync(`tests/samples/limesurvey/${name}`));
	const { questions } = read.content;
	const keys = (kind: string) => questions.filter((question) => question.kind === kind).length;
	return {
		...read,
		count: {
			questions: questions.length,
			options: questions.flatMap(({ options }) => options).length,
			kinds: Object.fromEntries(
				[...new Set(questions.map(({ kind }) => kind))].map((kind) => [kind, keys(kind)])
			)
		},
		question: (key: string) => questions.find((question) => question.key === key)!,
		at: (code: ReportCode) => read.report.filter((line) => line.code === code).map(({ at }) => at),
		what: (code: ReportCode) =>
			read.report.filter((line) => line.code === code).map(({ at, what }) => `${at}: ${what}`),
		codes: [...new Set(read.report.map(({ code }) => code))]
	};
};

test('every sample is a draft that can be stored, with conditions that hold', () => {
	for (const name of [
		'ls261_interesting_questionnaire.lss',
		'ls261_uk_core_survey.lss',
		'tsv_de_two_languages.txt'
	]) {
		const { content } = sample(name);
		expect(parseContent(content)).toMatchObject({ ok: true });
		expect(checkConditions(definitionOf(content))).toEqual([]);
	}
});

test('a small survey', () => {
	const { content, count, report } = sample('ls261_interesting_questionnaire.lss');
	expect(count).toEqual({ questions: 3, options: 6, kinds: { text: 2, choice: 1 } });
	expect(content).toMatchObject({
		title: { sv: '', en: 'A Rather Interesting Questionnaire for Testing' },
		languages: ['sv', 'en'],
		source: 'en'
	});
	expect(content.questions[2]).toEqual({
		...{ key: 'fcol', version: 1, kind: 'choice' },
		text: { sv: '', en: 'What is your favourite colour?' },
		options: [
			...['Red', 'Green', 'Blue', 'Yellow', 'Orange'].map((en, index) => ({
				key: String(index + 1),
				text: { sv: '', en }
			})),
			{ key: 'other', text: { sv: 'Annat', en: 'Other' } }
		]
	});
	expect(report.map(({ code, at }) => `${code} ${at}`.trim())).toEqual([
		'no-swedish',
		'validation yob',
		'validation yob',
		'group Demographics',
		'number yob',
		'other fcol',
		'mail',
		'survey-setting'
	]);
});

describe('a survey of eleven types with conditions', () => {
	const { content, count, question, at, what, codes } = sample('ls261_uk_core_survey.lss');

	test('has every question, matrices row by row, and every option', () => {
		expect(count).toEqual({
			questions: 92,
			options: 874,
			kinds: { choice: 56, text: 28, scale: 5, choices: 2, ranking: 1 }
		});
		expect(content.questions[0]).toMatchObject({ key: 'socio1', kind: 'choice' });
		expect(question('socio1').options).toHaveLength(249);
		expect(question('likerttime1_perf_check1').text.en).toMatch(
			/^Please rate the following.* – Do you receive sufficient information on the results of your work\?$/
		);
		expect(question('time1can_time4can')).toMatchObject({
			kind: 'scale',
			text: { en: 'In an average month, how much time do you spend on – teaching' }
		});
	});

	test('has texts without markup, with their paragraphs', () => {
		expect(content.title).toEqual({ sv: '', en: 'UK-RSE Survey' });
		expect(content.intro!.en).toMatch(
			/^The purpose of this survey is to collect information about Research Software/
		);
		expect(content.intro!.en!.split('\n\n')).toHaveLength(6);
		expect(JSON.stringify(content)).not.toMatch(/<[a-z/]|&[a-z]+;|\u00a0/i);
	});

	test('has all conditions, also those on numbered fields', () => {
		expect(content.questions.filter(({ showIf }) => showIf).map(({ key, showIf }) => [key, showIf])).toEqual([
			['edu2', { question: 'edu1', anyOf: ['3', '4', '5', '7'] }],
			['edu3', { question: 'edu2', anyOf: ['66'] }],
			['soft1can', { question: 'soft2can', anyOf: ['yes'] }],
			['current_emp2', { question: 'current_emp1', anyOf: ['uni'] }],
			['current_emp3', { question: 'current_emp2', anyOf: ['130'] }],
			['current_emp4', { question: 'current_emp1', anyOf: ['priva', 'gov', 'ngo', 'other'] }],
			['current_emp13', { question: 'current_emp7', anyOf: ['yes'] }],
			['paper3', { question: 'paper2', anyOf: ['yes'] }],
			['paper4', { question: 'paper3', anyOf: ['no'] }],
			['conf2can', { question: 'conf1can', anyOf: ['yes'] }],
			['open1can_sq001', { question: 'open01can', anyOf: ['yes'] }],
			['open3can_sq001', { question: 'open03can', anyOf: ['yes'] }],
			['ukrs3', { question: 'ukrse2', anyOf: ['other'] }]
		]);
		expect(what('condition-skipped')).toEqual(['currentEmp4: ((245554X2X5.NAOK != "uni"))']);
		expect(at('condition')).toEqual([]);
	});

	test('reports what did not come along', () => {
		expect(codes).toEqual([
			'no-swedish',
			'condition-skipped',
			'links',
			'survey-text',
			'group',
			'matrix',
			'several-fields',
			'number',
			'date',
			'slider',
			'other',
			'ranks',
			'scale-direction',
			'mandatory',
			'attribute',
			'mail',
			'survey-setting'
		]);
		expect(what('ranks')).toEqual(['prevEmp2: 8']);
		expect(what('matrix')).toEqual([
			'time1can: 5',
			'likertagree2: 5',
			'likerttime1: 6',
			'likertagree1: 5',
			'likertime2: 5',
			'likertagree3: 5'
		]);
		expect(at('date')).toEqual(['currentEmp9']);
		expect(at('mandatory')).toHaveLength(35);
		expect(at('slider')).toEqual(['rse3', 'currentWork3', 'open1can', 'open3can']);
		expect(what('attribute')).toContain('slider_max: currentWork3, open1can, open3can');
	});
});

describe('a survey structure in two languages', () => {
	const { content, count, question, at, what } = sample('tsv_de_two_languages.txt');

	test('has every question and option in both', () => {
		expect(count).toEqual({
			questions: 104,
			options: 1403,
			kinds: { choice: 61, text: 14, scale: 21, choices: 7, ranking: 1 }
		});
		expect(content).toMatchObject({ languages: ['sv', 'en', 'de-informal'], source: 'en' });
		const { translated, total } = completeness(content, 'de-informal');
		expect(translated).toBe(total);
		expect(question('rse1')).toMatchObject({
			text: { sv: '', 'de-informal': expect.stringMatching(/^Entwickelst Du/) as string },
			options: [{ text: { sv: 'Ja', en: 'Yes', 'de-informal': 'Ja' } }, { text: { 'de-informal': 'Nein' } }]
		});
		expect(question('likert1_turn_over3').text.en).toBe('How often do you consider leaving your job?');
	});

	test('marks the translations that came along as unreviewed', () => {
		expect(completeness(content, 'de-informal').reviewed).toBe(0);
		expect(content.review['de-informal']!['questions.rse1.options.no.text']).toBe('unreviewed');
		expect(content.review.en).toBeUndefined();
	});

	test('ranks three of nine', () => {
		expect(question('prev_emp2')).toMatchObject({ kind: 'ranking' });
		expect(what('ranks')).toEqual(['prevEmp2: 5']);
		expect(at('other')).toHaveLength(19);
	});
});
