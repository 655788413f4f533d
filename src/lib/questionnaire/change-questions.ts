import type { Problem } from '#lib/server/problem.ts';
import type { Conflict, DraftChange } from './draft-change.ts';
import { markWritten } from './draft-review.ts';
import { mostRemoved, type DraftContent } from './draft.ts';
import { freeKey } from './keys.ts';
import { mergeQuestion } from './merge-question.ts';
import { isSame } from './merge-values.ts';
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

/** A condition that somebody sets or takes off themselves takes the place of the one that was held. */
function withoutHeld(content: DraftContent, { key, base, next }: ChangeOf<'question'>): DraftContent {
	if (isSame(base.showIf, next.showIf) || !content.heldConditions) return content;
	const { [key]: _, ...heldConditions } = content.heldConditions;
	return { ...content, heldConditions };
}

const rewrite: Applier<'question'> = (content, change, report) => {
	const { key, base, next } = change;
	const merge = (theirs: Question) => mergeQuestion({ base, yours: next, theirs }, report.conflicts);
	const index = indexOf(content, key);
	if (index >= 0) {
		const questions = content.questions.with(index, merge(content.questions[index]!));
		return markWritten(content, withoutHeld({ ...content, questions }, change));
	}
	if (!isRemoved(content, key)) return absent(content, key, report);
	report.notes.push(wasRemoved(key));
	const removed = content.removed.map((entry) =>
		entry.question.key === key ? { ...entry, question: merge(entry.question) } : entry
	);
	return markWritten(content, withoutHeld({ ...content, removed }, change));
};

const insert: Applier<'insert'> = (content, { question, index }, report) => {
	const at = indexOf(content, question.key);
	if (at >= 0) {
		const isRepeat = JSON.stringify(content.questions[at]) === JSON.stringify(question);
		if (!isRepeat) report.problems.push(taken(question.key));
		return content;
	}
	const questions = inserted(content.questions, question, index ?? content.questions.length);
	const removed = content.removed.filter((entry) => entry.question.key !== question.key);
	return { ...content, questions, removed };
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

const copy: Applier<'copy'> = (content, { key, newKey }, report) => {
	const index = indexOf(content, key);
	if (index < 0) return absent(content, key, report);
	const taken = [...content.questions, ...content.removed.map(({ question }) => question)];
	const free = freeKey(
		newKey,
		taken.map((question) => question.key)
	);
	const question = { ...structuredClone(content.questions[index]!), key: free, version: 1 };
	return {
		...content,
		questions: inserted(content.questions, question, index + 1),
		review: copiedReview(content, key, free)
	};
};

const remove: Applier<'remove'> = (content, { key }, report) => {
	const index = indexOf(content, key);
	if (index < 0) return isRemoved(content, key) ? content : absent(content, key, report);
	const removed = [{ question: content.questions[index]!, index }, ...content.removed].slice(0, mostRemoved);
	return { ...content, questions: content.questions.toSpliced(index, 1), removed };
};

const restore: Applier<'restore'> = (content, { key }, report) => {
	const entry = content.removed.find(({ question }) => question.key === key);
	if (!entry) return indexOf(content, key) >= 0 ? content : absent(content, key, report);
	const questions = inserted(content.questions, entry.question, entry.index);
	return { ...content, questions, removed: content.removed.filter((other) => other !== entry) };
};

/** The changes of the list of questions and of one question in it. */
export const changeQuestions = { question: rewrite, insert, move, copy, remove, restore };
