import type { Problem } from '#lib/server/problem.ts';
import { scaleChanged } from './compare-versions.ts';
import type { Question, QuestionnaireDefinition } from './question.ts';

/** The question with this key as it was asked last; `earlier` is newest first. */
export const asLastAsked = (key: string, earlier: readonly QuestionnaireDefinition[]): Question | undefined =>
	earlier.flatMap((definition) => definition.questions).find((question) => question.key === key);

function versionProblem(before: Question, after: Question): Omit<Problem, 'at'> | undefined {
	const changed = scaleChanged(before, after);
	if (changed && after.version <= before.version)
		return {
			code: 'version-not-raised',
			detail: `kind, options or limit changed, so the version must be higher than ${before.version}`
		};
	if (!changed && after.version !== before.version)
		return {
			code: 'version-raised',
			detail: `nothing that decides the answers changed, so the version stays ${before.version}`
		};
	return undefined;
}

/**
 * Holds the questions of a new version against the last time each was asked, so that a changed scale is never
 * compared silently. `earlier` is newest first.
 */
export const checkVersions = (
	definition: QuestionnaireDefinition,
	earlier: readonly QuestionnaireDefinition[]
): Problem[] =>
	definition.questions.flatMap((question, index) => {
		const before = asLastAsked(question.key, earlier);
		const problem = before && versionProblem(before, question);
		return problem ? [{ at: `questions.${index}.version`, ...problem }] : [];
	});
