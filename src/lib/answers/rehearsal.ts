import { askedKeys } from '../questionnaire/condition.ts';
import type { LocalOption } from '../questionnaire/localize.ts';
import type { AnswerPage, PageQuestion } from './answer-page.ts';
import type { AnswerSheet } from './answer-sheet.ts';

/** A sheet that somebody who writes the questionnaire has sent to try it: what would have been stored. */
export type RehearsedSheet = Pick<AnswerSheet, 'answers' | 'texts' | 'background'>;

/** One question and what would be kept of it. */
export interface RehearsedLine {
	key: string;
	question: string;
	state: 'answered' | 'skipped' | 'not-asked';
	/** In words, in order for a ranking; empty unless answered. */
	answers: string[];
	/** Kept for itself, away from the other answers. */
	isText: boolean;
}

/** The words of options that the draft still has. */
const wordsOf = (options: readonly LocalOption[], keys: readonly string[]): string[] =>
	keys.map((key) => options.find((option) => option.key === key)?.text ?? key);

function answersOf({ key, kind, options }: PageQuestion, { answers, texts }: RehearsedSheet): string[] {
	if (kind === 'text') return texts.filter(({ question }) => question === key).map(({ text }) => text);
	const words = wordsOf(options, [answers[key] ?? []].flat());
	return kind === 'ranking' ? words.map((word, index) => `${index + 1}. ${word}`) : words;
}

/** What would be kept of a sheet, question by question as the page asks them, and then the background questions. */
export function rehearsedLines(page: AnswerPage, sheet: RehearsedSheet): RehearsedLine[] {
	const asked = askedKeys(page.questions, sheet.answers);
	const questions = page.questions.map((question): RehearsedLine => {
		const { key, text, kind } = question;
		const answers = answersOf(question, sheet);
		const state = !asked.includes(key) ? 'not-asked' : answers.length > 0 ? 'answered' : 'skipped';
		return { key, question: text, state, answers, isText: kind === 'text' };
	});
	const background = page.background.map(({ key, text, options }): RehearsedLine => {
		const answers = wordsOf(options, [sheet.background[key] ?? []].flat());
		const state = answers.length > 0 ? 'answered' : 'skipped';
		return { key: `background.${key}`, question: text, state, answers, isText: false };
	});
	return [...questions, ...background];
}
