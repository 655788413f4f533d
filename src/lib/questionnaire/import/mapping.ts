import type { Condition, Option, Question } from '../question.ts';
import type { Variables, Variable } from './convert-condition.ts';
import { ImportFailure } from './import-failure.ts';
import type { KeyMaker } from './import-keys.ts';
import { mostQuestions } from './limits.ts';
import type { Reading } from './survey-texts.ts';
import { isBlank } from './survey-texts.ts';
import type { SurveyQuestion } from './survey.ts';

/** Options, and their keys by LimeSurvey's codes. */
export interface OptionSet {
	options: Option[];
	keys: ReadonlyMap<string, string>;
}

/** Everything that mapping the next question needs to know. */
export interface Mapping extends Reading {
	questions: Question[];
	keyOf: KeyMaker;
	variables: Map<string, Variable>;
}

/** Where a question stands: the question itself, its names in conditions, and the conditions above it. */
export interface Standing {
	question: SurveyQuestion;
	/** What the question's variables begin with: its code, and `<survey>X<group>X<question>`. */
	names: readonly string[];
	/** Conditions of the group and the question, outermost first. */
	conditions: readonly string[];
}

/** What a question of ours has besides its key. */
export interface NewQuestion extends Pick<Question, 'kind' | 'text' | 'help' | 'max'> {
	/** As LimeSurvey calls it; the key is made of it. */
	code: string;
	options?: OptionSet;
	showIf?: Condition | undefined;
}

/**
 * Adds a question at the end.
 * @throws ImportFailure `too-many`.
 */
export function addQuestion(mapping: Mapping, added: NewQuestion): Question {
	const { code, kind, text, help, max, options, showIf } = added;
	const own = options?.options ?? [];
	if (mapping.questions.length >= mostQuestions) throw new ImportFailure('too-many', String(mostQuestions));
	const question: Question = {
		key: mapping.keyOf(code),
		version: 1,
		kind,
		text,
		...(help && !isBlank(help) && { help }),
		options: own.map((option) => structuredClone(option)),
		...(max !== undefined && { max }),
		...(showIf && { showIf })
	};
	if (isBlank(text)) mapping.report.note('empty-text', code);
	if (kind !== 'text' && own.length < 2) mapping.report.note('few-options', code);
	mapping.questions.push(question);
	return question;
}

/** Lets conditions of later questions name this one. */
export function addVariable(mapping: Mapping, names: Iterable<string>, variable: Variable): void {
	for (const name of names) mapping.variables.set(name, variable);
}

/** The variables there are until now. */
export const variablesOf = ({ variables }: Mapping): Variables => variables;
