import { answerField, filledValues } from '../form-fields.ts';
import type { Question } from '../question.ts';
import { accepted, type KindRules, type ParsedAnswer } from './kind.ts';
import { parseOptionKeys } from './option-keys.ts';

/** The most options that may be chosen: all of them when the question sets no limit. */
export const mostChoices = (question: Question): number => question.max ?? question.options.length;

/** The order of clicks says something about a person, so what is kept is the order of the question. */
function parse(question: Question, value: unknown): ParsedAnswer {
	const parsed = parseOptionKeys(question, value, mostChoices(question));
	if (!parsed.ok || !Array.isArray(parsed.value)) return parsed;
	const chosen = new Set(parsed.value);
	return accepted(question.options.map((option) => option.key).filter((key) => chosen.has(key)));
}

/** Several options, up to a number. */
export const choices: KindRules = {
	parse,
	chosen: (value) => ({ chosen: [value].flat() }),
	readForm: (question, form) => filledValues(form, answerField(question.key))
};
