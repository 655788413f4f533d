import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { accepted, type ChosenOptions, type KindRules, type ParsedAnswer } from './kinds/kind.ts';
import { place } from './kinds/place.ts';
import { ranking } from './kinds/ranking.ts';
import { scale } from './kinds/scale.ts';
import { text } from './kinds/text.ts';
import type { AnswerValue, Question, QuestionKind } from './question.ts';

const rules: Record<QuestionKind, KindRules> = { choice, choices, ranking, scale, place, text };

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Accepts an answer from outside or says which rule it broke. Nothing, an empty text and an empty list are a
 * skipped question: value undefined. Never throws; `detail` (English) never repeats what the person sent.
 */
export const parseAnswer = (question: Question, value: unknown): ParsedAnswer =>
	isEmpty(value) ? accepted(undefined) : rules[question.kind].parse(question, value);

/** What an accepted answer adds to a tally: option keys, and for a ranking `first`. Nothing for a text. */
export const chosenOptions = (question: Question, value: AnswerValue | undefined): ChosenOptions =>
	value === undefined ? { chosen: [] } : rules[question.kind].chosen(value);

/** The raw answer in a sent form, to be parsed or shown again as it was written. Never throws. */
export const readFormAnswer = (question: Question, form: FormData): unknown =>
	rules[question.kind].readForm(question, form);
