import type { Option } from '../question.ts';
import { optionKeys, type KeyMaker } from './import-keys.ts';
import { mostOptions } from './limits.ts';
import type { Mapping, OptionSet } from './mapping.ts';
import { hasStandardAnswers, standardAnswer, type StandardAnswer } from './standard-answers.ts';
import { inOneLine, isBlank, readTexts } from './survey-texts.ts';
import { attribute, attributeTexts, type RawTexts, type SurveyQuestion } from './survey.ts';

/** How LimeSurvey writes the answer "other" in conditions. */
const otherCode = '-oth-';

interface Coded {
	code: string;
	text: RawTexts;
}

/** The text of an option; its code where the survey shows a picture or nothing. */
function optionOf(mapping: Mapping, { code, text }: Coded, { at, key }: { at: string; key: string }): Option {
	const texts = inOneLine(readTexts(mapping, text, at));
	if (!isBlank(texts)) return { key, text: texts };
	mapping.report.note('empty-option', at, code);
	return { key, text: { ...texts, [mapping.base]: code } };
}

/** An answer that LimeSurvey has built in; languages that we do not know it in are reported. */
function builtIn(mapping: Mapping, answer: StandardAnswer, key: string): Option {
	for (const language of mapping.languages)
		if (!hasStandardAnswers(language)) mapping.report.note('standard-answers', language);
	return { key, text: standardAnswer(answer, mapping.languages) };
}

function otherOption(mapping: Mapping, question: SurveyQuestion, key: string): Option {
	mapping.report.note('other', question.code);
	const words = attributeTexts(question, 'other_replace_text', mapping.base);
	const own = inOneLine(readTexts(mapping, words, question.code));
	const standard = builtIn(mapping, 'other', key);
	return isBlank(own) ? standard : { key, text: own };
}

/** Options of a question's answers or items, with "other" last when it has that. */
export function listedOptions(
	mapping: Mapping,
	question: SurveyQuestion,
	coded: readonly Coded[]
): OptionSet {
	const keyOf: KeyMaker = optionKeys();
	const keys = new Map<string, string>();
	const most = mostOptions - (question.other ? 1 : 0);
	if (coded.length > most) mapping.report.note('options-cut', question.code, String(coded.length - most));
	const options = coded.slice(0, most).map((one) => {
		const key = keyOf(one.code);
		if (!keys.has(one.code)) keys.set(one.code, key);
		return optionOf(mapping, one, { at: question.code, key });
	});
	if (question.other) {
		const key = keyOf('other');
		keys.set(otherCode, key);
		options.push(otherOption(mapping, question, key));
	}
	return { options, keys };
}

/** Options that LimeSurvey has built in, by its codes. */
export function builtInOptions(mapping: Mapping, answers: readonly [string, StandardAnswer][]): OptionSet {
	return {
		options: answers.map(([, answer]) => builtIn(mapping, answer, answer)),
		keys: new Map(answers)
	};
}

/** The steps 1 to `last`, the same in every language. */
export function points(mapping: Mapping, last: number): OptionSet {
	const steps = Array.from({ length: last }, (_, index) => String(index + 1));
	const languages = ['sv', ...mapping.languages];
	return {
		options: steps.map((step) => ({
			key: step,
			text: { sv: step, ...Object.fromEntries(languages.map((language) => [language, step])) }
		})),
		keys: new Map(steps.map((step) => [step, step]))
	};
}

/** Whether the options count upwards one by one, such as `0 – inte alls`, `1`, `2` … */
export function isCounted({ options }: OptionSet, base: string): boolean {
	const numbers = options.map(({ text }) => Number(/^\d{1,2}(?!\d)/.exec(text[base] ?? '')?.[0] ?? NaN));
	return options.length >= 3 && numbers.every((number, index) => number === numbers[0]! + index);
}

/** Options that stand alone, by the survey's setting. */
export function withExclusive({ options, keys }: OptionSet, question: SurveyQuestion): OptionSet {
	const alone = new Set(
		attribute(question, 'exclude_all_others')
			.split(';')
			.map((code) => keys.get(code.trim()))
	);
	return {
		keys,
		options: options.map((option) => (alone.has(option.key) ? { ...option, exclusive: true } : option))
	};
}
