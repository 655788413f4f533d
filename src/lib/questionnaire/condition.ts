import type { Problem } from '#lib/server/problem.ts';
import type { AnswerValue, Answers, Question, QuestionnaireDefinition } from './question.ts';

/** Whether the question is asked of somebody who gave these answers to the questions before it. */
export function isAsked(question: Pick<Question, 'showIf'>, answers: Readonly<Answers>): boolean {
	if (!question.showIf) return true;
	const { question: earlier, anyOf } = question.showIf;
	if (!Object.hasOwn(answers, earlier)) return false;
	return [answers[earlier]].flat().some((key) => key !== undefined && anyOf.includes(key));
}

const own = (answers: Readonly<Answers>, key: string): AnswerValue | undefined =>
	Object.hasOwn(answers, key) ? answers[key] : undefined;

/**
 * The path of somebody who gives these answers: the keys of the questions that are asked, in order. The answer to a
 * question that is itself not asked leads nowhere.
 */
export function askedKeys(
	questions: readonly Pick<Question, 'key' | 'showIf'>[],
	answers: Readonly<Answers>
): string[] {
	const kept: Answers = {};
	const asked: string[] = [];
	for (const question of questions) {
		if (!isAsked(question, kept)) continue;
		asked.push(question.key);
		const value = own(answers, question.key);
		if (value !== undefined) kept[question.key] = value;
	}
	return asked;
}

/** The answers that count: those of questions that were not asked are left out, see `askedKeys`. */
export function askedAnswers(
	definition: Pick<QuestionnaireDefinition, 'questions'>,
	answers: Readonly<Answers>
): Answers {
	const kept = askedKeys(definition.questions, answers).flatMap((key) => {
		const value = own(answers, key);
		return value === undefined ? [] : [[key, value] as const];
	});
	return Object.fromEntries(kept);
}

function conditionProblem(question: Question, earlier: readonly Question[]): Omit<Problem, 'at'> | undefined {
	if (!question.showIf) return undefined;
	const { question: key, anyOf } = question.showIf;
	const asked = earlier.find((candidate) => candidate.key === key);
	if (!asked)
		return {
			code: 'condition-not-earlier',
			detail: 'a condition must name a question that stands before it'
		};
	if (anyOf.length === 0)
		return { code: 'condition-empty', detail: 'a condition must name at least one option' };
	if (anyOf.some((wanted) => !asked.options.some((option) => option.key === wanted)))
		return { code: 'condition-unknown-option', detail: 'a condition names an option that does not exist' };
	return undefined;
}

/** Refuses conditions on later or unknown questions and on unknown options; so there can be no circle. */
export const checkConditions = (definition: Pick<QuestionnaireDefinition, 'questions'>): Problem[] =>
	definition.questions.flatMap((question, index) => {
		const problem = conditionProblem(question, definition.questions.slice(0, index));
		return problem ? [{ at: `questions.${index}.showIf`, ...problem }] : [];
	});
