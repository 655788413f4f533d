import type { Problem } from '#lib/server/problem.ts';
import type { AnswerValue, Answers, Question, QuestionnaireDefinition } from './question.ts';

/** Whether the question is asked of somebody who gave these answers to the questions before it. */
export function isAsked(question: Question, answers: Readonly<Answers>): boolean {
	if (!question.showIf) return true;
	const { question: earlier, anyOf } = question.showIf;
	if (!Object.hasOwn(answers, earlier)) return false;
	return [answers[earlier]].flat().some((key) => key !== undefined && anyOf.includes(key));
}

/**
 * The answers that count: those of questions that were not asked are left out, also when it was the answer to a
 * question that was itself not asked that would have led there.
 */
export function askedAnswers(
	definition: Pick<QuestionnaireDefinition, 'questions'>,
	answers: Readonly<Answers>
): Answers {
	const kept: Answers = {};
	for (const question of definition.questions) {
		const value: AnswerValue | undefined = Object.hasOwn(answers, question.key)
			? answers[question.key]
			: undefined;
		if (value !== undefined && isAsked(question, kept)) kept[question.key] = value;
	}
	return kept;
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
