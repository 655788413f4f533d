import { savePlan } from '#lib/dialogues/server/save-plan.ts';
import { findingId, passableCodes, passMark } from '#lib/questionnaire/quality/finding.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { changeDraft } from '#lib/questionnaire/server/change-draft.ts';
import type { Context } from '#lib/server/context.ts';
import { findingsOf, type AnyFinding } from '../draft-check.ts';
import { readOpening } from './read-opening.ts';

/** Which finding, by `findingId`. */
export interface Named {
	draftId: string;
	finding: string;
}

interface Found {
	finding: AnyFinding | undefined;
	/** The question it is about. */
	question: Question | undefined;
}

async function readFinding(ctx: Context, { draftId, finding: name }: Named): Promise<Found> {
	const opening = await readOpening(ctx, draftId);
	const finding = findingsOf(opening, ctx.now()).find((found) => findingId(found) === name);
	const question = opening.draft.content.questions.find(({ key }) => key === finding?.question);
	return { finding, question };
}

/**
 * Makes the mend of that name of a finding, as the draft is now: what somebody else has mended meanwhile is left alone.
 * @returns whether there was such a mend to make
 * @throws AppError `not-found` when there is no such draft, or without `dialogue.edit` in its place
 */
export async function mendFinding(ctx: Context, input: Named & { mend: string }): Promise<boolean> {
	const { draftId } = input;
	const { finding } = await readFinding(ctx, input);
	for (const mend of finding?.mends ?? []) {
		if (mend.kind === 'change' && mend.name === input.mend)
			return (await changeDraft(ctx, { id: draftId, change: mend.change })).ok;
		if (mend.kind === 'plan' && mend.name === input.mend)
			return (await savePlan(ctx, { draftId, plan: mend.plan })).ok;
	}
	return false;
}

/**
 * Lets a finding about language pass, since a person has looked at it, or takes that back. The draft keeps it, and the
 * log of the opening names it. It holds as long as the question's words stay.
 * @returns whether it is a finding that may be let pass
 * @throws AppError `not-found` as `mendFinding`
 */
export async function letFindingPass(ctx: Context, input: Named & { passes: boolean }): Promise<boolean> {
	const { finding, question } = await readFinding(ctx, input);
	if (!finding || !question || !passableCodes.includes(finding.code)) return false;
	const mark = passMark(finding.code, question);
	const change = { kind: 'let-pass' as const, key: question.key, finding: mark, passes: input.passes };
	return (await changeDraft(ctx, { id: input.draftId, change })).ok;
}
