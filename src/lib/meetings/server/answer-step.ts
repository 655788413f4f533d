import { acceptAnswers } from '#lib/answers/server/accept-answers.ts';
import { replaceAnswers, type AnswerState } from '#lib/answers/server/replace-answers.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { currentStep, type Agenda } from '../agenda.ts';
import { stepKey } from '../participant-key.ts';
import { isAsked } from '../step.ts';

export interface AnswerStepInput {
	/** From `readAgendaByCode`. */
	agenda: Agenda;
	/** The step that the participant saw. */
	stepId: string;
	/** The participant's own token, 22 characters of base64url. */
	participant: string;
	/** An option's key, several, or a text; unchecked. */
	value: unknown;
	/** Source tag of the network; kept in memory only. */
	source: string;
	proof?: string | undefined;
	ticket?: string | undefined;
}

/** The sheet of a participant: the same key every time, so that it counts once and can be changed until then. */
async function sheetOf(ctx: Context, { agenda, stepId, participant, value }: AnswerStepInput) {
	const step = currentStep(agenda);
	const isOpen = step?.id === stepId && (step.state === 'open' || step.state === 'closing');
	if (!isOpen || agenda.meeting.state !== 'live' || step.dialogueId === null || !isAsked(step.content))
		throw new AppError('not-open');
	const dialogue = await readDialogue(ctx, step.dialogueId);
	const key = await stepKey(participant, stepId);
	return { dialogue, key, channel: 'meeting' as const, answers: { [step.content.question.key]: value } };
}

/**
 * Takes a participant's answer to the step that is open, or puts it in place of the one they gave before.
 * @returns `saved` while it can be changed, `counted` when an earlier one stands for good; or what must be mended
 * @throws AppError `not-open` when the step takes no answers any more; ProofNeeded as `acceptAnswers`
 */
export async function answerStep(ctx: Context, input: AnswerStepInput): Promise<Outcome<AnswerState>> {
	const sheet = await sheetOf(ctx, input);
	const { source, proof, ticket } = input;
	const { version } = sheet.dialogue;
	const accepted = await acceptAnswers(ctx, { ...sheet, version, background: {}, source, proof, ticket });
	if (!accepted.ok) return accepted;
	if (accepted.value.repeated) return replaceAnswers(ctx, sheet);
	const isText = currentStep(input.agenda)?.content.kind === 'wall';
	return { ok: true, value: isText ? 'counted' : 'saved' };
}
