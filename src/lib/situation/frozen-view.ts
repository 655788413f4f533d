import type { Language } from '#lib/i18n/languages.ts';
import type { Result, ResultQuestion } from '#lib/results/public-result.ts';
import { resultWords } from '#lib/results/result-words.ts';
import { resultView, type QuestionView } from '#lib/results/result-view.ts';
import type { Evidence } from './evidence.ts';
import type { FrozenResult } from './result-evidence.ts';

/** The question that a piece of evidence was taken from, as it was then; undefined for other kinds. */
export function frozenQuestion(
	{ kind, frozen, seq }: Evidence,
	language: Language
): QuestionView | undefined {
	if (kind !== 'result') return undefined;
	const { question, dialogue, notSplit } = frozen as FrozenResult;
	const words = resultWords({ place: dialogue.placeName, crowd: 0, filter: {} });
	const questions: ResultQuestion[] = [question];
	const result: Result = {
		...{
			dialogue: dialogue.code,
			seq: seq ?? 0,
			state: 'closed',
			n: question.n,
			questions,
			filter: {},
			notSplit
		}
	};
	return resultView(result, { language, words, filtered: false, noFinding: {} }).questions[0];
}
