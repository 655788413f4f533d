import { hasWaiting } from '#lib/answers/server/has-waiting.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import type { Context } from '#lib/server/context.ts';
import type { Agenda } from '../agenda.ts';
import { remoteState, type RemoteSources, type StepFacts } from '../remote-state.ts';
import { isEnough } from '../screen-state.ts';
import { isAsked, type Step } from '../step.ts';
import type { RemoteState } from '../views.ts';
import { selectScreenSeen } from './device-store.ts';
import type { Device } from './read-device.ts';
import { readReleases } from './read-shown.ts';
import { countUnreadTexts } from './step-texts.ts';

/** What all remotes of a meeting show alike. */
export type RemoteFacts = Pick<RemoteSources, 'agenda' | 'releases' | 'facts' | 'screenSeenAt' | 'language'>;

async function factsOf(
	ctx: Context,
	{ content, pinnedSeq }: Step,
	{ dialogueId, language, leastShown }: { dialogueId: string; language: Language; leastShown: number }
): Promise<StepFacts> {
	const dialogue = await readDialogue(ctx, dialogueId);
	const now = await readResults(ctx, { dialogue, filter: {}, language });
	// The screen may stand still at an earlier release.
	const shown =
		pinnedSeq === null ? now : await readResults(ctx, { dialogue, filter: {}, language, seq: pinnedSeq });
	const waiting = dialogue.state === 'open' && (await hasWaiting(ctx, dialogueId));
	const unread = content.kind === 'wall' ? await countUnreadTexts(ctx, dialogueId) : null;
	const enough = shown.questions.some((question) => isEnough(question, leastShown));
	return { answered: now.n, waiting, enough, unread };
}

/** Reads what a remote shows of each step: released numbers, and that sheets wait, never how many. */
export async function readRemoteFacts(
	ctx: Context,
	agenda: Agenda,
	language: Language
): Promise<RemoteFacts> {
	const facts = new Map<string, StepFacts>();
	const { leastShown } = agenda.meeting;
	for (const step of agenda.steps)
		if (step.dialogueId !== null && isAsked(step.content))
			facts.set(step.id, await factsOf(ctx, step, { dialogueId: step.dialogueId, language, leastShown }));
	return {
		agenda,
		language,
		facts,
		releases: await readReleases(ctx, agenda.steps),
		screenSeenAt: await selectScreenSeen(ctx.db, agenda.meeting.id)
	};
}

/** Everything that a facilitator's phone shows now. @param remote from `readDevice` */
export async function readRemoteState(
	ctx: Context,
	remote: Device,
	language: Language
): Promise<RemoteState> {
	const { agenda, takenOver, locked } = remote;
	const facts = await readRemoteFacts(ctx, agenda, language);
	return remoteState({ ...facts, now: ctx.now(), takenOver, locked });
}
