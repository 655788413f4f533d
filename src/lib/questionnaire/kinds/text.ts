import { answerField, oneValue } from '../form-fields.ts';
import type { Question } from '../question.ts';
import { accepted, refused, type KindRules, type ParsedAnswer } from './kind.ts';

const defaultCharacters = 500;

/** The most characters (code points) of the answer. */
export const mostCharacters = (question: Question): number => question.max ?? defaultCharacters;

/** Control characters but the line break, and marks that turn the direction of what is read after them. */
const unreadable = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** The text as it is kept: composed characters, `\n` for line breaks, nothing invisible, trimmed. */
const cleaned = (text: string): string =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replaceAll('\t', ' ')
		.replace(unreadable, '')
		.trim();

function parse(question: Question, value: unknown): ParsedAnswer {
	if (typeof value !== 'string') return refused('wrong-type', 'a text is expected');
	const text = cleaned(value);
	const most = mostCharacters(question);
	if ([...text].length > most) return refused('too-long', `at most ${most} characters fit`);
	return accepted(text === '' ? undefined : text);
}

/** Free words, read by a person before anybody sees them. */
export const text: KindRules = {
	parse,
	chosen: () => ({ chosen: [] }),
	readForm: (question, form) => oneValue(form, answerField(question.key))
};
