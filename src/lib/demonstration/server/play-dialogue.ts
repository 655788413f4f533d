import { acceptAnswers } from '../../answers/server/accept-answers.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import type { NewDialogue } from '../../dialogues/new-dialogue.ts';
import { startOfDay } from '../../dialogues/period.ts';
import { createDialogue } from '../../dialogues/server/create-dialogue.ts';
import { moveDialoguesByClock } from '../../dialogues/server/move-dialogues-by-clock.ts';
import { openDialogue } from '../../dialogues/server/open-dialogue.ts';
import { readDialogue } from '../../dialogues/server/read-dialogue.ts';
import { languagesOf } from '../../questionnaire/definition.ts';
import { publishQuestionnaire } from '../../questionnaire/server/publish-questionnaire.ts';
import type { QuestionnaireDefinition } from '../../questionnaire/question.ts';
import { closeAndSeal } from '../../sealing/server/close-and-seal.ts';
import { sealDialogue } from '../../sealing/server/seal-dialogue.ts';
import { randomId } from '../../server/random.ts';
import type { Reply } from '../resident.ts';
import type { Stage } from './stage.ts';

export interface Play extends Pick<
	NewDialogue,
	'placeCode' | 'title' | 'opensOn' | 'closesOn' | 'resultsDueOn' | 'pledgesDueOn'
> {
	/** Whom it asks; citizens when left out. */
	kind?: NewDialogue['kind'];
	/** How it is answered besides on the web. */
	channels?: NewDialogue['channels'];
	definition: QuestionnaireDefinition;
	replies: Reply[];
	/** When the last of the replies comes; they spread evenly from the opening on. */
	lastReplyAt: Date;
	/** Replies that arrive between two looks at what can be sealed; more at a time can be told apart more finely. */
	repliesPerSeal: number;
	/** Done after each look; how much of the dialogue has passed, from 0 to 1. */
	afterSeal?: (dialogue: Dialogue, progress: number) => Promise<void>;
}

/** Small crowds, seldom waiting and sealed often, so that charts move with few answers; not for real dialogues. */
export const demonstrationSettings = {
	crowd: 5,
	insiders: 1,
	freshness: 0.05,
	coin: 0.1,
	sources: 'each',
	sealEverySeconds: 2
} as const;

async function prepareDialogue(stage: Stage, play: Play): Promise<Dialogue> {
	const { placeCode, title, opensOn, closesOn, resultsDueOn, pledgesDueOn, definition } = play;
	const opensAt = startOfDay(opensOn);
	stage.moveTo(opensAt);
	const { questionnaireId, version } = await publishQuestionnaire(stage, { placeCode, definition });
	const draft = await createDialogue(stage, {
		placeCode,
		title,
		kind: play.kind ?? 'citizen',
		questionnaireId,
		version,
		opensOn,
		closesOn,
		resultsDueOn,
		pledgesDueOn,
		channels: ['web', ...(play.channels ?? [])],
		languages: languagesOf(definition),
		settings: demonstrationSettings
	});
	return openDialogue(stage, draft.id);
}

async function acceptReply(stage: Stage, dialogue: Dialogue, reply: Reply): Promise<void> {
	const outcome = await acceptAnswers(stage, {
		dialogue,
		key: randomId(stage.random),
		version: dialogue.version,
		channel: 'web',
		answers: reply.answers,
		background: reply.background,
		source: 'demonstration'
	});
	if (!outcome.ok) throw new Error(`a simulated reply was refused: ${JSON.stringify(outcome.problems)}`);
}

async function playReplies(
	stage: Stage,
	dialogue: Dialogue,
	{ replies, lastReplyAt, repliesPerSeal, afterSeal }: Play
): Promise<void> {
	const from = dialogue.opensAt.getTime();
	for (let sent = 0; sent < replies.length; sent += repliesPerSeal) {
		const some = replies.slice(sent, sent + repliesPerSeal);
		const progress = (sent + some.length) / replies.length;
		stage.moveTo(new Date(from + (lastReplyAt.getTime() - from) * progress));
		// One after the other: side by side, the database would decide who gets which random id.
		for (const reply of some) await acceptReply(stage, dialogue, reply);
		await sealDialogue(stage, dialogue.id);
		await afterSeal?.(dialogue, progress);
	}
}

/**
 * Plays a dialogue as it would have gone: published, opened, answered through the normal intake and sealed by the
 * normal rules, on a moved clock.
 */
export async function playDialogue(stage: Stage, play: Play): Promise<Dialogue> {
	const dialogue = await prepareDialogue(stage, play);
	await playReplies(stage, dialogue, play);
	return dialogue;
}

/** Plays a dialogue to its end: closed by the clock, and the last answers sealed. */
export async function playClosedDialogue(stage: Stage, play: Play): Promise<Dialogue> {
	const dialogue = await playDialogue(stage, play);
	stage.moveTo(dialogue.closesAt!);
	await moveDialoguesByClock(stage);
	await closeAndSeal(stage, dialogue.id);
	return readDialogue(stage, dialogue.id);
}
