import { asLastAsked } from './check-versions.ts';
import { scaleChanged } from './compare-versions.ts';
import type { QuestionnaireDefinition } from './question.ts';

/**
 * The definition with every question's version as `checkVersions` wants it: one more than last time where what
 * decides the answers has changed, the same as last time where it has not. A question that was never asked before
 * keeps the version it came with.
 * @param earlier newest first
 */
export const raiseVersions = (
	definition: QuestionnaireDefinition,
	earlier: readonly QuestionnaireDefinition[]
): QuestionnaireDefinition => ({
	...definition,
	questions: definition.questions.map((question) => {
		const before = asLastAsked(question.key, earlier);
		if (!before) return question;
		return { ...question, version: before.version + (scaleChanged(before, question) ? 1 : 0) };
	})
});
