import type { DraftContent } from '../draft.ts';
import type { Question } from '../question.ts';
import { toQuestion, type Finding } from './finding.ts';

const about = (question: Question, number: number) => ({
	severity: 'warn' as const,
	at: `questions.${question.key}.showIf`,
	question: question.key,
	values: { number },
	mends: [toQuestion(question.key)]
});

/**
 * Questions that nobody will be asked, since what their condition names is never asked or cannot be chosen, and
 * questions that everybody is asked though somebody wrote a condition, since it cannot hold at present.
 */
export function conditionFaults({ questions, heldConditions = {} }: DraftContent): Finding[] {
	const reached = new Map<string, Question>();
	const findings: Finding[] = [];
	for (const [index, question] of questions.entries()) {
		const earlier = question.showIf && reached.get(question.showIf.question);
		const canBeChosen = earlier?.options.some(({ key }) => question.showIf?.anyOf.includes(key));
		if (!question.showIf || canBeChosen) reached.set(question.key, question);
		else findings.push({ ...about(question, index + 1), code: 'unreachable' });
		if (!question.showIf && Object.hasOwn(heldConditions, question.key))
			findings.push({ ...about(question, index + 1), code: 'condition-held' });
	}
	return findings;
}
