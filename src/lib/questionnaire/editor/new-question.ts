import { dontKnow } from '../bank/notation.ts';
import type { Option, Question, QuestionKind } from '../question.ts';

const empty = (key: string): Option => ({ key, text: { sv: '' } });

/** How many empty answers a new question begins with. */
const answers: Record<QuestionKind, number> = {
	choice: 2,
	choices: 3,
	ranking: 3,
	scale: 4,
	place: 2,
	text: 0
};

/** A question of a kind in which nothing is written yet. */
export function newQuestion(kind: QuestionKind, newKey: () => string): Question {
	const options = Array.from({ length: answers[kind] }, () => empty(newKey()));
	const apart = kind === 'choice' || kind === 'scale' ? [structuredClone(dontKnow)] : [];
	return { key: newKey(), version: 1, kind, text: { sv: '' }, options: [...options, ...apart] };
}
