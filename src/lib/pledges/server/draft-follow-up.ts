import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { createDraft, type Drafting } from '#lib/questionnaire/server/create-draft.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import type { Draft } from '#lib/questionnaire/draft.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { AnswerOption } from '#lib/situation/evidence.ts';
import { readEvidenceOf } from '#lib/situation/server/read-evidence.ts';
import { followUpContent } from '../follow-up-questions.ts';
import { requirePledge } from './acting.ts';

/** The question that evidence shows the answer to, as it was asked. */
async function originalOf(ctx: Drafting, about: AnswerOption): Promise<Question[]> {
	const dialogue = await readDialogueByCode(ctx, about.dialogueCode);
	const { questions } = await readQuestionnaire(ctx, dialogue);
	return questions.filter(({ key }) => key === about.questionKey);
}

/**
 * Begins a questionnaire that follows a published pledge up: the original questions with the same keys and scales, was
 * it kept, does one notice a difference?
 * @returns the draft, to be looked over and opened like any other
 * @throws AppError `not-found` without `pledge.edit` and `questionnaire.edit` in the place, or for a draft of a pledge
 */
export async function draftFollowUp(ctx: Drafting, pledgeId: string): Promise<Draft> {
	const pledge = await requirePledge(ctx, pledgeId, 'pledge.edit');
	if (pledge.state !== 'published') throw new AppError('not-found');
	const evidence = await readEvidenceOf(ctx, pledge.evidenceIds);
	const asked = new Map(
		evidence.flatMap(({ about }) => (about ? [[about.questionKey, about] as const] : []))
	);
	const originals = await Promise.all([...asked.values()].map((about) => originalOf(ctx, about)));
	return createDraft(ctx, {
		placeCode: pledge.placeCode,
		content: followUpContent(pledge, originals.flat())
	});
}
