import { checkPlan, type PlanFinding } from '#lib/dialogues/check-plan.ts';
import { settingsOfPlan } from '#lib/dialogues/plan-settings.ts';
import type { DialoguePlan } from '#lib/dialogues/plan.ts';
import type { Place } from '#lib/places/place.ts';
import type { PlaceSettings } from '#lib/places/settings.ts';
import type { Draft } from '#lib/questionnaire/draft.ts';
import { blocksIn, findFaults } from '#lib/questionnaire/quality/find-faults.ts';
import type { AskedBefore, Finding } from '#lib/questionnaire/quality/finding.ts';

/** Something to mend or to know, in the questionnaire or in how it is going to be asked. */
export type AnyFinding = Finding | PlanFinding;

/** Everything that opening a draft depends on. */
export interface Opening {
	draft: Draft;
	plan: DialoguePlan;
	place: Place;
	settings: PlaceSettings;
	/** What the place has asked before, newest first. */
	asked: AskedBefore[];
}

/** Whose number decides how finely answers can be split: inhabitants, where it is inhabitants who are asked. */
export const askedPopulation = ({ plan, place }: Pick<Opening, 'plan' | 'place'>): number | null =>
	plan.kind === 'citizen' ? place.population : null;

/** All findings about a draft and its plan, what stops the opening first. */
export function findingsOf(opening: Opening, now: Date): AnyFinding[] {
	const { draft, plan, place, settings, asked } = opening;
	const { content } = draft;
	const { crowd } = settingsOfPlan(plan, settings);
	const found: AnyFinding[] = [
		...findFaults(content, { population: askedPopulation(opening), crowd, asked }),
		...checkPlan(plan, { content, place, settings, now })
	];
	return [
		...found.filter(({ severity }) => severity === 'block'),
		...found.filter(({ severity }) => severity === 'warn')
	];
}

/** Findings as the check page shows them. */
export interface SortedFindings {
	/** What stops the opening. */
	blocks: AnyFinding[];
	/** What somebody should know. */
	warnings: AnyFinding[];
	/** What a person has looked at and let pass. */
	passed: AnyFinding[];
}

/** The findings by what they mean for the opening. */
export const sortFindings = (findings: readonly AnyFinding[]): SortedFindings => ({
	blocks: blocksIn(findings),
	warnings: findings.filter(({ severity, passed }) => severity === 'warn' && !passed),
	passed: findings.filter(({ passed }) => passed)
});
