import { readAnswerState } from '#lib/answers/server/replace-answers.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';
import { currentStep, type Agenda } from '../agenda.ts';
import { stepKey } from '../participant-key.ts';
import { participantState, type ParticipantSources } from '../participant-state.ts';
import { isAsked } from '../step.ts';
import type { ParticipantState } from '../views.ts';
import { readShown, type Shown } from './read-shown.ts';
import { screenOf } from './read-screen-state.ts';

interface Options {
	language: Language;
	/** The participant's own token, 22 characters of base64url; nothing else is known of them. */
	participant?: string | undefined;
}

type Common = Omit<ParticipantSources, 'answer'> & { part: Shown['dialogue'] };

/** What all phones of one language show, by agenda: eight hundred ask for the same every other second. */
const commons = new WeakMap<Agenda, Map<Language, Promise<Common>>>();

async function readCommon(ctx: Context, agenda: Agenda, language: Language): Promise<Common> {
	const shown = await readShown(ctx, agenda, language);
	const screen = screenOf(agenda, shown, { language, origin: '' });
	const { releases, dialogue, after } = shown;
	return {
		...{ agenda, releases, language, screen: screen.phase, part: dialogue, after },
		result: screen.results[0]?.result ?? null,
		dialogue: dialogue && { code: dialogue.code, version: dialogue.version }
	};
}

function commonOf(ctx: Context, agenda: Agenda, language: Language): Promise<Common> {
	const kept = commons.get(agenda) ?? new Map<Language, Promise<Common>>();
	commons.set(agenda, kept);
	let common = kept.get(language);
	if (!common) kept.set(language, (common = readCommon(ctx, agenda, language)));
	common.catch(() => kept.delete(language));
	return common;
}

/** What has become of a participant's answer to the current step. */
async function answerOf(
	ctx: Pick<Context, 'db' | 'vault'>,
	{ agenda, part }: Common,
	participant: string | undefined
): Promise<ParticipantState['answer']> {
	const step = currentStep(agenda);
	if (participant === undefined || !step || !part || !isAsked(step.content)) return 'none';
	return readAnswerState(ctx, part, await stepKey(participant, step.id));
}

/**
 * Everything that a participant's phone shows now.
 * @param agenda from `readAgendaByCode`; what all phones show of one such reading is put together once
 */
export async function readParticipantState(
	ctx: Context,
	agenda: Agenda,
	{ language, participant }: Options
): Promise<ParticipantState> {
	const common = await commonOf(ctx, agenda, language);
	return participantState({ ...common, answer: await answerOf(ctx, common, participant) });
}
