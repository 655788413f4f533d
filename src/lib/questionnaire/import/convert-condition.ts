import type { Condition, Question } from '../question.ts';
import { evaluate, variablesIn, type Expression } from './expression.ts';

/** What an earlier answer is called in conditions, and what it can be. */
export type Variable =
	| {
			is: 'choice';
			question: Question;
			/** Option keys by LimeSurvey's codes. */ keys: ReadonlyMap<string, string>;
	  }
	| { is: 'box'; question: Question; option: string };

/** Variables by every name that LimeSurvey has for them; only of questions that stand before. */
export type Variables = ReadonlyMap<string, Variable>;

/** What became of a condition. */
export type Converted =
	| { is: 'always' | 'never' | 'unlike' }
	| {
			is: 'condition';
			condition: Condition;
			/** LimeSurvey asked also those who had skipped the earlier question; we do not. */
			skippedToo: boolean;
	  };

const unlike: Converted = { is: 'unlike' };

function conditionOn(question: Question, chosen: string[], always: boolean): Converted {
	if (chosen.length === 0) return always ? unlike : { is: 'never' };
	if (always && chosen.length === question.options.length) return { is: 'always' };
	return { is: 'condition', condition: { question: question.key, anyOf: chosen }, skippedToo: always };
}

function onChoice(expression: Expression, { question, keys }: Variable & { is: 'choice' }): Converted {
	const chosen = [...keys].filter(([code]) => evaluate(expression, () => code)).map(([, key]) => key);
	return conditionOn(
		question,
		chosen,
		evaluate(expression, () => '')
	);
}

/** The boxes of a condition that asks for any of them; undefined when it asks for anything else. */
function anyOfBoxes(expression: Expression): string[] | undefined {
	if (expression.is === 'either') {
		const parts = expression.parts.map(anyOfBoxes);
		return parts.includes(undefined) ? undefined : parts.flatMap((names) => names!);
	}
	if (expression.is === 'both' && expression.parts.length === 1) return anyOfBoxes(expression.parts[0]!);
	if (expression.is === 'not' && expression.of.is === 'empty' && expression.of.of.is === 'variable')
		return [expression.of.of.name];
	if (expression.is !== 'compare') return undefined;
	const { by, left, right } = expression;
	if (left.is !== 'variable' || right.is !== 'value') return undefined;
	const asksForTick = (by === '==' && right.value === 'Y') || (by === '!=' && right.value === '');
	return asksForTick ? [left.name] : undefined;
}

/** The condition as one on a single earlier answer; `unlike` when it is about several, or about anything else. */
export function convertCondition(expression: Expression, variables: Variables): Converted {
	const names = variablesIn(expression);
	if (names.length === 0) return { is: evaluate(expression, () => '') ? 'always' : 'never' };
	const found = names.map((name) => variables.get(name));
	const first = found[0];
	if (!first || found.some((variable) => variable?.question !== first.question)) return unlike;
	if (first.is === 'choice' && found.every((variable) => variable?.is === 'choice'))
		return onChoice(expression, first);
	const options = anyOfBoxes(expression)?.map((name) => variables.get(name));
	const chosen = options?.map((variable) => (variable?.is === 'box' ? variable.option : ''));
	return !chosen || chosen.includes('') ? unlike : conditionOn(first.question, [...new Set(chosen)], false);
}
