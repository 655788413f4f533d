import { askedKeys } from '../questionnaire/condition.ts';
import type { Answers, AnswerValue, QuestionnaireDefinition } from '../questionnaire/question.ts';

/** Where somebody stands who has filled in a page; keys of questions, in order. */
export interface AnswerPath {
	/** What is asked, given the answers so far. */
	asked: string[];
	/** What is asked now and was not shown yet. */
	more: string[];
}

const isFilled = (value: unknown): value is AnswerValue =>
	(typeof value === 'string' && value !== '') ||
	(Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string'));

/** What was written, also where it breaks a rule: it leads on as it will when it has been mended. */
function writtenAnswers(raw: Readonly<Record<string, unknown>>): Answers {
	const filled = Object.entries(raw).filter((entry): entry is [string, AnswerValue] => isFilled(entry[1]));
	return Object.fromEntries(filled);
}

/**
 * The path through the questions that unchecked answers lead to.
 * @param shown the questions that the page has shown; every one when left out
 */
export function answerPath(
	{ questions }: Pick<QuestionnaireDefinition, 'questions'>,
	raw: Readonly<Record<string, unknown>>,
	shown?: readonly string[]
): AnswerPath {
	const asked = askedKeys(questions, writtenAnswers(raw));
	return { asked, more: shown ? asked.filter((key) => !shown.includes(key)) : [] };
}
