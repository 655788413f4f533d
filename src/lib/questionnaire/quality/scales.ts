import { template, templateNames } from '../bank/templates.ts';
import { scaleChanged } from '../compare-versions.ts';
import { definitionOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import type { Question } from '../question.ts';
import { toQuestion, type Circumstances, type Finding } from './finding.ts';

/** As the bank has it in one of its sets: the young are asked of other problems than everybody, on purpose. */
const isOfBank = (question: Question): boolean =>
	templateNames.some((name) =>
		template(name, { areas: [] }).questions.some(
			(own) => own.key === question.key && !scaleChanged(own, question)
		)
	);

/** The areas of a place are not a scale, and two sets of the bank differ because they ask different people. */
const accuses = (before: Question, question: Question): boolean =>
	question.kind !== 'place' && scaleChanged(before, question) && !(isOfBank(before) && isOfBank(question));

/**
 * Questions that were asked before with other options, another scale or another limit: the years cannot be compared.
 * Each is held against the last time it was asked.
 */
export function scaleFaults(content: DraftContent, { asked }: Pick<Circumstances, 'asked'>): Finding[] {
	return definitionOf(content).questions.flatMap((question, index): Finding[] => {
		for (const { year, definition } of asked) {
			const before = definition.questions.find(({ key }) => key === question.key);
			if (!before) continue;
			if (!accuses(before, question)) return [];
			return [
				{
					code: 'scale-changed',
					severity: 'warn',
					at: `questions.${question.key}.options`,
					question: question.key,
					values: { number: index + 1, year },
					mends: [toQuestion(question.key)]
				}
			];
		}
		return [];
	});
}
