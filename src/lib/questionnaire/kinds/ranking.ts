import { answerField, filledValues } from '../form-fields.ts';
import type { Question } from '../question.ts';
import type { KindRules } from './kind.ts';
import { parseOptionKeys } from './option-keys.ts';

/** More ranks than this are not asked: people stop caring after the third. */
export const mostRanks = 3;

const ranks = [1, 2, 3] as const;

/** How many ranks the question asks for. */
export const ranksAsked = (question: Question): number =>
	Math.min(question.max ?? mostRanks, mostRanks, question.options.length);

/** The most important options in order. A rank left empty between two others is closed up. */
export const ranking: KindRules = {
	parse: (question, value) => parseOptionKeys(question, value, ranksAsked(question)),
	chosen(value) {
		const chosen = [value].flat();
		return chosen[0] === undefined ? { chosen } : { chosen, first: chosen[0] };
	},
	readForm: (question, form) => ranks.flatMap((rank) => filledValues(form, answerField(question.key, rank)))
};
