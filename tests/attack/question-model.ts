import type { Question } from '#lib/questionnaire/question.ts';
import type { CoreSheet } from './core-dialogue.ts';
import { first, skipped, written } from './evidence.ts';

/** A question as the attacker sees it: what there is to find out, and what rules out what. */
export interface QuestionModel {
	/** What observations call it. */
	key: string;
	/** The question that people answered. */
	question: string;
	/** Every answer that a person may have given, `''` for none. */
	options: string[];
	/** Sets of options of which everybody has exactly one. */
	exactlyOne: string[][];
	/** Options that rule each other out without being exhaustive: a skipped question and each choice. */
	never: [string, string][];
	/** The earlier answer that everybody who answers must have given. */
	onlyAfter: { question: string; option: string } | null;
}

const withoutAnswer = (options: string[]): string[] => [...options, skipped];

export function modelOf(question: Question): QuestionModel {
	const keys = question.options.map((option) => option.key);
	const firsts = question.kind === 'ranking' ? keys.map((key) => `${first}${key}`) : [];
	const options = question.kind === 'text' ? [written, skipped] : withoutAnswer([...keys, ...firsts]);
	const several = question.kind === 'choices' || question.kind === 'ranking';
	const { showIf } = question;
	return {
		key: question.key,
		question: question.key,
		options,
		exactlyOne: several ? (firsts.length > 0 ? [withoutAnswer(firsts)] : []) : [options],
		never: several ? keys.map((key) => [key, skipped]) : [],
		onlyAfter:
			showIf?.anyOf.length === 1 ? { question: showIf.question, option: showIf.anyOf[0] as string } : null
	};
}

/** The name under which it is observed how many answered a question at all. */
export const answeredKey = (question: string): string => `answered ${question}`;

/** The question as seen by somebody who only sees how many answered it. */
export const answeredModelOf = (question: Question): QuestionModel => ({
	...modelOf(question),
	key: answeredKey(question.key),
	options: [skipped],
	exactlyOne: [],
	never: []
});

/** Whether the person's answer to the question is this option. */
export function gave(sheet: CoreSheet, question: string, option: string): boolean {
	const answer = sheet.answers[question];
	if (answer === undefined || option === skipped) return answer === undefined && option === skipped;
	if (option === written) return true;
	if (option.startsWith(first)) return [answer].flat()[0] === option.slice(first.length);
	return [answer].flat().includes(option);
}
