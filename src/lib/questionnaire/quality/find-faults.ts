import type { DraftContent } from '../draft.ts';
import { backgroundFaults } from './background.ts';
import { conditionFaults } from './conditions.ts';
import { passableCodes, passMark, type Circumstances, type Finding } from './finding.ts';
import { emptyFault, languageFaults } from './languages.ts';
import { optionFaults } from './options.ts';
import { refusalFaults } from './refusals.ts';
import { scaleFaults } from './scales.ts';
import { wordingFaults } from './wording.ts';

/** Findings in the order of the questionnaire: what is about the whole, each question, background, languages. */
function placeOf({ at, question }: Finding, { questions }: DraftContent): number {
	if (question !== undefined) return 1 + questions.findIndex(({ key }) => key === question);
	if (at.startsWith('background')) return questions.length + 1;
	return at.startsWith('languages') || at.startsWith('title.') ? questions.length + 2 : 0;
}

function withPass(finding: Finding, { letPass, questions }: DraftContent): Finding {
	const question = questions.find(({ key }) => key === finding.question);
	if (!question || !passableCodes.includes(finding.code)) return finding;
	const passed = (letPass[question.key] ?? []).includes(passMark(finding.code, question));
	return passed ? { ...finding, passed: true } : finding;
}

/**
 * Everything that the quality check has to say about a draft: what stops it from being opened first, each part in the
 * order of the questionnaire. A draft without blocks (those that a person let pass aside) passes `checkDefinition`.
 */
export function findFaults(content: DraftContent, circumstances: Circumstances): Finding[] {
	const found = [
		...emptyFault(content),
		...languageFaults(content),
		...optionFaults(content),
		...wordingFaults(content),
		...backgroundFaults(content, circumstances),
		...refusalFaults(content),
		...conditionFaults(content),
		...scaleFaults(content, circumstances)
	].map((finding) => withPass(finding, content));
	const order = (finding: Finding) => (finding.severity === 'block' ? 0 : 1);
	return found.sort((a, b) => order(a) - order(b) || placeOf(a, content) - placeOf(b, content));
}

/** The findings that stop a draft from being opened. */
export const blocksIn = <F extends Pick<Finding, 'severity' | 'passed'>>(findings: readonly F[]): F[] =>
	findings.filter(({ severity, passed }) => severity === 'block' && !passed);
