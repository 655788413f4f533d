import type { Transaction } from 'kysely';
import { closePartIn, openPartIn } from '#lib/dialogues/server/open-part.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { defaultSettings, type AnonymitySettings } from '#lib/dialogues/settings.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { publishPartIn } from '#lib/questionnaire/server/publish-part.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Agenda } from '../agenda.ts';
import type { Meeting } from '../meeting.ts';
import { isAsked, type AskedContent, type Step } from '../step.ts';
import { updateSteered } from './meeting-store.ts';
import { insertStep, updateStep } from './step-store.ts';

type Trx = Transaction<Database>;

const settingsOf = ({ form }: Meeting): AnonymitySettings => ({
	...defaultSettings.meeting,
	sources: form === 'hall' ? 'each' : 'distinct'
});

/** In a meeting every question stands alone. */
function alone(question: Question): Question {
	const asked = { ...question };
	delete asked.showIf;
	return asked;
}

/** The meeting's dialogue, when it asks this very question; a rehearsal joins nothing. */
async function joinedDialogue(
	trx: Trx,
	{ dialogueId, rehearsal }: Meeting,
	{ joins, question }: AskedContent
): Promise<string | null> {
	if (!joins || rehearsal || dialogueId === null) return null;
	const dialogue = await readDialogue({ db: trx }, dialogueId);
	if (dialogue.state === 'draft' || dialogue.state === 'scheduled') return null;
	const { questions } = await readQuestionnaire({ db: trx }, dialogue);
	const asked = questions.find(({ key }) => key === question.key);
	return asked?.version === question.version && asked.kind === question.kind ? dialogue.id : null;
}

/** Opens the dialogue that takes the answers of a step. */
async function openPart(
	trx: Trx,
	ctx: Pick<Context, 'random' | 'now'>,
	{ meeting, content }: { meeting: Meeting; content: AskedContent }
): Promise<string> {
	const { placeCode, title, languages } = meeting;
	const question = alone(content.question);
	const definition = { title: question.text, questions: [question], background: [] };
	const published = await publishPartIn(trx, ctx, { placeCode, definition });
	const joins = await joinedDialogue(trx, meeting, content);
	const part = { placeCode, title, languages, settings: settingsOf(meeting), joins, partOf: meeting.id };
	return (await openPartIn(trx, ctx, { ...part, ...published })).id;
}

const differs = (a: Step, b: Step): boolean => JSON.stringify(a) !== JSON.stringify(b);

interface Change {
	before: Agenda;
	after: Agenda;
}

async function writeStep(
	trx: Trx,
	ctx: Pick<Context, 'random' | 'now'>,
	{ meeting, step, was }: { meeting: Meeting; step: Step; was: Step | undefined }
): Promise<void> {
	const { content } = step;
	if (step.state === 'open' && step.dialogueId === null && isAsked(content))
		step.dialogueId = await openPart(trx, ctx, { meeting, content });
	if (step.state === 'closed' && was?.state !== 'closed' && step.dialogueId !== null)
		await closePartIn(trx, step.dialogueId);
	if (!was) await insertStep(trx, step);
	else if (differs(step, was)) await updateStep(trx, step);
}

/**
 * Writes what steering or the clock changed of a meeting: a question that opens gets a dialogue of its own to take its
 * answers, one that closes for good stops it.
 */
export async function writeAgenda(
	trx: Trx,
	ctx: Pick<Context, 'random' | 'now'>,
	{ before, after }: Change
): Promise<void> {
	for (const step of after.steps) {
		const was = before.steps.find(({ id }) => id === step.id);
		await writeStep(trx, ctx, { meeting: after.meeting, step: { ...step }, was });
	}
	await updateSteered(trx, after.meeting, after.undo);
}
