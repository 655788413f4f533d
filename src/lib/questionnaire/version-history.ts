import { scaleChanged } from './compare-versions.ts';
import type { Question, QuestionnaireDefinition } from './question.ts';

/** A published version and the years it was asked in. */
export interface VersionAsked {
	version: number;
	/** Calendar years, earliest first; empty for one that was never asked. */
	years: string[];
	definition: QuestionnaireDefinition;
}

/** A question in one version of the questionnaire. */
export interface HistoryStep {
	/** Of the questionnaire. */
	version: number;
	years: string[];
	question: Question;
	/** Its answers cannot be put beside those of the version before it: another scale, other options. */
	changed: boolean;
}

/** A question through the versions that have asked it, newest first. */
export interface QuestionHistory {
	key: string;
	steps: HistoryStep[];
	/** Asked in the newest version. */
	current: boolean;
}

/**
 * Every question that was ever asked, those of the newest version first, with the versions whose answers cannot be
 * compared marked.
 * @param versions newest first
 */
export function historyOf(versions: readonly VersionAsked[]): QuestionHistory[] {
	const keys = new Set(versions.flatMap(({ definition }) => definition.questions.map(({ key }) => key)));
	return [...keys].map((key) => {
		const asked = versions.flatMap(({ version, years, definition }) => {
			const question = definition.questions.find((one) => one.key === key);
			return question ? [{ version, years, question }] : [];
		});
		const steps = asked.map((step, index): HistoryStep => {
			const before = asked[index + 1];
			return { ...step, changed: before !== undefined && scaleChanged(before.question, step.question) };
		});
		return { key, steps, current: steps[0]?.version === versions[0]?.version };
	});
}
