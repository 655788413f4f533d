import * as v from 'valibot';
import { languages, sourceLanguage, type Language, type Texts } from '#lib/i18n/languages.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { checkConditions } from './condition.ts';
import { definitionSchema } from './definition-schema.ts';
import { isOptionKey, isQuestionKey } from './keys.ts';
import { mostRanks } from './kinds/ranking.ts';
import { shortCharacters, type Option, type Question, type QuestionnaireDefinition } from './question.ts';

const mostDimensions = 3;
const mostTextCharacters = 2000;

const repeated = (keys: string[]): string[] =>
	[...new Set(keys)].filter((key) => keys.indexOf(key) !== keys.lastIndexOf(key));

const when = (broken: boolean, at: string, [code, detail]: [string, string]): Problem[] =>
	broken ? [{ at, code, detail }] : [];

const isTooLong = (texts: Texts | undefined): boolean =>
	Object.values(texts ?? {}).some((text) => [...text].length > shortCharacters);

function checkOptions(options: Option[], at: string): Problem[] {
	return [
		...when(options.length < 2, at, ['too-few-options', 'at least two options are needed']),
		...repeated(options.map((option) => option.key)).flatMap((key) =>
			when(true, at, ['duplicate-option', `two options have the key ${key}`])
		),
		...options.flatMap((option, index) => [
			...when(!isOptionKey(option.key), `${at}.${index}.key`, [
				'option-key',
				'an option key is made of a–z, 0–9, _ and -'
			]),
			...when(isTooLong(option.short), `${at}.${index}.short`, [
				'short-too-long',
				`a short text has at most ${shortCharacters} characters`
			])
		])
	];
}

function checkMax(question: Question, at: string): Problem[] {
	if (question.max === undefined) return [];
	const limit = {
		choice: 0,
		scale: 0,
		place: 0,
		choices: Infinity,
		ranking: mostRanks,
		text: mostTextCharacters
	}[question.kind];
	return when(question.max > limit, `${at}.max`, [
		'max-out-of-range',
		limit === 0 ? 'this kind of question has no limit to set' : `the limit is at most ${limit}`
	]);
}

function checkQuestion(question: Question, index: number): Problem[] {
	const at = `questions.${index}`;
	return [
		...when(!isQuestionKey(question.key), `${at}.key`, [
			'question-key',
			'a question key is snake_case: a–z, 0–9 and single _'
		]),
		...(question.kind === 'text'
			? when(question.options.length > 0, `${at}.options`, ['text-with-options', 'a text has no options'])
			: checkOptions(question.options, `${at}.options`)),
		...checkMax(question, at),
		...when(Boolean(question.sensitive && question.unanimityShown), `${at}.unanimityShown`, [
			'sensitive-unanimity',
			'a sensitive question never shows that everybody answered alike'
		])
	];
}

function checkBackground({ background }: QuestionnaireDefinition): Problem[] {
	return [
		...when(background.length > mostDimensions, 'background', [
			'too-many-dimensions',
			`answers are split by at most ${mostDimensions} dimensions`
		]),
		...repeated(background.map((question) => question.key)).flatMap((key) =>
			when(true, 'background', ['duplicate-dimension', `the dimension ${key} is asked twice`])
		),
		...background.flatMap((question, index) => checkOptions(question.options, `background.${index}.options`))
	];
}

const checkRules = (definition: QuestionnaireDefinition): Problem[] => [
	...repeated(definition.questions.map((question) => question.key)).flatMap((key) =>
		when(true, 'questions', ['duplicate-question', `two questions have the key ${key}`])
	),
	...definition.questions.flatMap(checkQuestion),
	...checkConditions(definition),
	...checkBackground(definition)
];

function shapeProblem(issue: v.BaseIssue<unknown>): Problem {
	const at = v.getDotPath(issue) ?? '';
	if (/\.sv$|^sv$/.test(at))
		return { at, code: 'missing-source-text', detail: 'the Swedish text is missing or empty' };
	if (issue.type === 'strict_object' && issue.expected === 'never')
		return { at, code: 'unknown-member', detail: 'there is no such member' };
	if (issue.received === 'undefined') return { at, code: 'missing', detail: 'a member is missing' };
	if (issue.kind === 'schema') return { at, code: 'wrong-type', detail: `${issue.expected} is expected` };
	return { at, code: 'wrong-value', detail: issue.message };
}

/**
 * A questionnaire from outside, held against every rule it must keep before it is published.
 * Problems say where (`questions.2.options.0.key`) and which rule (`code`).
 */
export function checkDefinition(value: unknown): Outcome<QuestionnaireDefinition> {
	const shape = v.safeParse(definitionSchema, value);
	if (!shape.success) return { ok: false, problems: shape.issues.map(shapeProblem) };
	const problems = checkRules(shape.output);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: shape.output };
}

const textsOf = (options: Option[]): (Texts | undefined)[] =>
	options.flatMap((option) => [option.text, option.short]);

/** The languages in which every text is there, help and short texts included; the source language first. */
export function languagesOf(definition: QuestionnaireDefinition): Language[] {
	const texts = [
		definition.title,
		definition.intro,
		...definition.questions.flatMap((question) => [
			question.text,
			question.help,
			...textsOf(question.options)
		]),
		...definition.background.flatMap((question) => [question.text, ...textsOf(question.options)])
	].filter((text) => text !== undefined);
	return languages.filter(
		(language) => language === sourceLanguage || texts.every((text) => Boolean(text[language]?.trim()))
	);
}
