import { everyQuestion } from '#lib/questionnaire/bank/every-question.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { listAreas } from '#lib/questionnaire/server/list-areas.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import type { Context } from '#lib/server/context.ts';
import type { Meeting } from '../meeting.ts';
import type { Agenda } from '../agenda.ts';
import { isAsked, type AskedContent, type StepContent } from '../step.ts';
import type { RemoteCommand } from '../commands.ts';

const mostOptions = 6;
const mostCharacters = 200;
const mostMinutes = 120;

/** The kind of step that a question becomes. */
export const askedKind = ({ kind }: Pick<Question, 'kind'>): AskedContent['kind'] =>
	kind === 'ranking' ? 'priority' : kind === 'text' ? 'wall' : 'question';

/**
 * The questions that a meeting can ask: those of its dialogue first, whose results its answers join, then those of the
 * bank with the place's own areas.
 */
export async function listReadyQuestions(
	ctx: Pick<Context, 'db'>,
	{ dialogueId, placeCode }: Pick<Meeting, 'dialogueId' | 'placeCode'>
): Promise<AskedContent[]> {
	const dialogue = dialogueId === null ? null : await readDialogue(ctx, dialogueId);
	const own = dialogue ? (await readQuestionnaire(ctx, dialogue)).questions : [];
	const bank = everyQuestion(await listAreas(ctx, placeCode));
	const others = bank.filter(({ key }) => !own.some((question) => question.key === key));
	const asked = (joins: boolean) => (question: Question) => ({ kind: askedKind(question), question, joins });
	return [...own.map(asked(true)), ...others.map(asked(false))];
}

function handsOn(text: string, options: readonly string[]): StepContent | undefined {
	const written = [text, ...options].map((one) => one.trim());
	const sound = written.every((one) => one !== '' && one.length <= mostCharacters);
	if (!sound || options.length < 1 || options.length > mostOptions) return undefined;
	return {
		kind: 'tally',
		method: 'hands',
		text: { sv: written[0]! },
		options: written.slice(1).map((one, index) => ({ key: `o${index + 1}`, text: { sv: one } }))
	};
}

/** The content of what a facilitator adds during the meeting; undefined when there is no such thing. */
export async function findAddition(
	ctx: Pick<Context, 'db'>,
	{ meeting, steps }: Pick<Agenda, 'meeting' | 'steps'>,
	what: Extract<RemoteCommand, { do: 'add' }>['what']
): Promise<StepContent | undefined> {
	if ('again' in what) return steps.find(({ id, content }) => id === what.again && isAsked(content))?.content;
	if ('handsOn' in what) return handsOn(what.handsOn, what.options);
	if ('pauseMinutes' in what) {
		const minutes = Math.round(what.pauseMinutes);
		const sound = minutes >= 1 && minutes <= mostMinutes;
		return sound ? { kind: 'pause', text: { sv: 'Paus', en: 'Break' }, minutes } : undefined;
	}
	const ready = await listReadyQuestions(ctx, meeting);
	return ready.find(({ question }) => question.key === what.questionKey);
}
