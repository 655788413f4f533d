import { scaleChanged } from '../compare-versions.ts';
import { definitionOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import { toQuestion, type Circumstances, type Finding } from './finding.ts';

/**
 * Questions that were asked before with other options, another scale or another limit: the years cannot be compared.
 * Each is held against the last time it was asked.
 */
export function scaleFaults(content: DraftContent, { asked }: Pick<Circumstances, 'asked'>): Finding[] {
	return definitionOf(content).questions.flatMap((question, index): Finding[] => {
		for (const { year, definition } of asked) {
			const before = definition.questions.find(({ key }) => key === question.key);
			if (!before) continue;
			if (!scaleChanged(before, question)) return [];
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
