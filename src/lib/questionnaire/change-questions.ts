import type { Problem } from '#lib/server/problem.ts';
import { isEqual } from './is-equal.ts';
import type { Conflict, DraftChange } from './draft-change.ts';
import { writtenCondition } from './draft-conditions.ts';
import { markWritten } from './draft-review.ts';
import { mostRemoved, type DraftContent } from './draft.ts';
import { mergeQuestion } from './merge-question.ts';
import type { Question } from './question.ts';

/** What there is to tell about a change, besides the draft it led to. */
export interface Report {
	/** Texts that somebody else changed too: they are as they were stored. */
	conflicts: Conflict[];
	/** Why the change, or the part of it at that place, was not made. */
	problems: Problem[];
	/** What else became of the draft. */
	notes: Problem[];
}

type ChangeOf<K extends DraftChange['kind']> = Extract<DraftChange, { kind: K }>;

/** Makes one kind of change, and reports about it. */
export type Applier<K extends DraftChange['kind']> = (
	content: DraftContent,
	change: ChangeOf<K>,
	report: Report
) => DraftContent;

const missing = (key: string): Problem => ({
	at: `questions.${key}`,
	code: 'no-such-question',
	detail: 'the draft has no question with this key'
});

const taken = (key: string): Problem => ({
	at: `questions.${key}`,
	code: 'key-taken',
	detail: 'the draft already has another question with this key'
});

const wasRemoved = (key: string): Problem => ({
	at: `questions.${key}`,
	code: 'question-removed',
	detail: 'somebody took the question away; it can be put back'
});

const indexOf = ({ questions }: DraftContent, key: string): number =>
	questions.findIndex((question) => question.key === key);

const isRemoved = ({ removed }: DraftContent, key: string): boolean =>
	removed.some(({ question }) => question.key === key);

/** Says that the question is not there, and leaves the draft as it is. */
function absent(content: DraftContent, key: string, report: Report): DraftContent {
	report.problems.push(isRemoved(content, key) ? wasRemoved(key) : missing(key));
	return content;
}

const clamped = (index: number, most: number): number => Math.max(0, Math.min(index, most));

const inserted = (questions: readonly Question[], question: Question, index: number): Question[] =>
	questions.toSpliced(clamped(index, questions.length), 0, question);

/** The question with its condition as it was written, which `mendConditions` then holds against the draft again. */
function withWritten(content: DraftContent, question: Question): Question {
	const { showIf: _, ...rest } = question;
	const showIf = writtenCondition(content, question);
	return { ...rest, ...(showIf && { showIf }) };
}

function withoutHeld(content: DraftContent, key: string): DraftContent {
	const { [key]: _, ...heldConditions } = content.heldConditions ?? {};
	return { ...content, heldConditions };
}

const rewrite: Applier<'question'> = (content, { key, base, next }, report) => {
	const merge = (theirs: Question) =>
		mergeQuestion({ base, yours: next, theirs: withWritten(content, theirs) }, report.conflicts);
	const index = indexOf(content, key);
	if (index >= 0) {
		const questions = content.questions.with(index, merge(content.questions[index]!));
		return markWritten(content, { ...withoutHeld(content, key), questions });
	}
	if (!isRemoved(content, key)) return absent(content, key, report);
	report.notes.push(wasRemoved(key));
	const removed = content.removed.map((entry) =>
		entry.question.key === key ? { ...entry, question: merge(entry.question) } : entry
	);
	return markWritten(content, { ...withoutHeld(content, key), removed });
};

const insert: Applier<'insert'> = (content, { question, index }, report) => {
	const at = indexOf(content, question.key);
	if (at >= 0) {
		if (!isEqual(withWritten(content, content.questions[at]!), question))
			report.problems.push(taken(question.key));
		return content;
	}
	const questions = inserted(content.questions, question, index ?? content.questions.length);
	const removed = content.removed.filter((entry) => entry.question.key !== question.key);
	return { ...withoutHeld(content, question.key), questions, removed };
};

const move: Applier<'move'> = (content, { key, index }, report) => {
	const from = indexOf(content, key);
	if (from < 0) return absent(content, key, report);
	const questions = inserted(content.questions.toSpliced(from, 1), content.questions[from]!, index);
	return { ...content, questions };
};

/** The reviews of one question's texts, under another key. */
function copiedReview(content: DraftContent, from: string, to: string): DraftContent['review'] {
	const prefix = `questions.${from}.`;
	const review = structuredClone(content.review);
	for (const states of Object.values(review))
		for (const [address, state] of Object.entries(states))
			if (address.startsWith(prefix)) states[`questions.${to}.${address.slice(prefix.length)}`] = state;
	return review;
}

/** A copy that is there already, as it was made or as it has become, is the same request once more. */
const copy: Applier<'copy'> = (content, { key, newKey }, report) => {
	const index = indexOf(content, key);
	if (indexOf(content, newKey) >= 0 || isRemoved(content, newKey)) return content;
	if (index < 0) return absent(content, key, report);
	const original = withWritten(content, content.questions[index]!);
	const question: Question = { ...structuredClone(original), key: newKey, version: 1 };
	return {
		...content,
		questions: inserted(content.questions, question, index + 1),
		review: copiedReview(content, key, newKey)
	};
};

const remove: Applier<'remove'> = (content, { key }, report) => {
	const index = indexOf(content, key);
	if (index < 0) return isRemoved(content, key) ? content : absent(content, key, report);
	const question = withWritten(content, content.questions[index]!);
	const removed = [{ question, index }, ...content.removed].slice(0, mostRemoved);
	return { ...withoutHeld(content, key), questions: content.questions.toSpliced(index, 1), removed };
};

const restore: Applier<'restore'> = (content, { key }, report) => {
	const entry = content.removed.find(({ question }) => question.key === key);
	if (!entry) return indexOf(content, key) >= 0 ? content : absent(content, key, report);
	const questions = inserted(content.questions, entry.question, entry.index);
	return { ...content, questions, removed: content.removed.filter((other) => other !== entry) };
};

/** The changes of the list of questions and of one question in it. */
export const changeQuestions = { question: rewrite, insert, move, copy, remove, restore };
