import type { Question } from '../question.ts';
import { accepted, refused, type ParsedAnswer } from './kind.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** One option key, out of the question's own options. */
export function parseOptionKey(question: Question, value: unknown): ParsedAnswer {
	if (!isText(value)) return refused('wrong-type', 'one option key is expected');
	if (!question.options.some((option) => option.key === value))
		return refused('unknown-option', 'the question has no such option');
	return accepted(value);
}

/** Up to `most` different option keys in the order they were given; an exclusive option only alone. */
export function parseOptionKeys(question: Question, value: unknown, most: number): ParsedAnswer {
	if (!Array.isArray(value) || !value.every(isText))
		return refused('wrong-type', 'a list of option keys is expected');
	const options = new Map(question.options.map((option) => [option.key, option]));
	if (value.some((key) => !options.has(key)))
		return refused('unknown-option', 'the question has no such option');
	if (new Set(value).size < value.length)
		return refused('duplicate', 'the same option is chosen more than once');
	if (value.length > 1 && value.some((key) => options.get(key)?.exclusive))
		return refused('exclusive', 'an option that stands alone is combined with another');
	if (value.length > most) return refused('too-many', `at most ${most} options may be chosen`);
	return accepted(value);
}
