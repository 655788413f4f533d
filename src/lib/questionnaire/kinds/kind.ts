import type { AnswerValue, Question } from '../question.ts';

export type AnswerProblemCode =
	'wrong-type' | 'unknown-option' | 'duplicate' | 'exclusive' | 'too-many' | 'too-long';

/** An accepted answer (undefined: skipped), or the rule it broke. */
export type ParsedAnswer =
	{ ok: true; value: AnswerValue | undefined } | { ok: false; code: AnswerProblemCode; detail: string };

/** What counts in a tally: chosen option keys, and for a ranking the one put first. */
export interface ChosenOptions {
	chosen: string[];
	first?: string;
}

/** What one kind of question knows about its answers. */
export interface KindRules {
	/** Accepts a value from outside that is not empty, or says which rule it broke. */
	parse(question: Question, value: unknown): ParsedAnswer;
	/** What an accepted answer counts as. */
	chosen(value: AnswerValue): ChosenOptions;
	/** The raw value in a sent form, as `parse` wants it; never throws. */
	readForm(question: Question, form: FormData): unknown;
}

/** An accepted answer. */
export const accepted = (value: AnswerValue | undefined): ParsedAnswer => ({ ok: true, value });

/** A refused answer; `detail` never repeats what the person sent. */
export const refused = (code: AnswerProblemCode, detail: string): ParsedAnswer => ({
	ok: false,
	code,
	detail
});
