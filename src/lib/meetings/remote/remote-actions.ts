import type { RemoteCommand } from '../commands.ts';
import type { RemoteState, RemoteStep } from '../views.ts';

/** How long a screen is silent before it counts as lost, in milliseconds: two and a half signs of life. */
export const screenSilenceMilliseconds = 40_000;

const hasResults = ({ kind }: RemoteStep): boolean => kind === 'question' || kind === 'priority';

const displayMoves: Record<RemoteStep['display'], RemoteCommand[]> = {
	hidden: [{ do: 'reveal' }, { do: 'grow' }],
	growing: [{ do: 'freeze' }, { do: 'hide-results' }],
	shown: [{ do: 'grow' }, { do: 'hide-results' }],
	frozen: [{ do: 'reveal' }, { do: 'grow' }, { do: 'hide-results' }]
};

/** Where no more answers come, results neither grow nor stand still; what was asked can be asked anew. */
function movesOf({ id, state, display }: RemoteStep): RemoteCommand[] {
	if (state !== 'closed') return displayMoves[display];
	const still = displayMoves[display].filter(({ do: what }) => what !== 'grow' && what !== 'freeze');
	return [...still, { do: 'add', what: { again: id } }];
}

/** The step that is on now. */
export const currentStep = ({ steps, currentStepId }: RemoteState): RemoteStep | undefined =>
	steps.find(({ id }) => id === currentStepId);

/** People answer the step now; opening another closes it. */
export const takesAnswers = (step: RemoteStep | undefined): boolean =>
	step !== undefined && step.state === 'open' && (hasResults(step) || step.kind === 'wall');

/** More time for a step that closes or has a clock. */
export const moreSeconds = 60;

function timeMoves({ kind, state, endsAt }: RemoteStep): RemoteCommand[] {
	const open = state === 'open' || state === 'closing';
	if (!open) return [];
	const extend: RemoteCommand[] = endsAt === null ? [] : [{ do: 'extend', seconds: moreSeconds }];
	const asked = kind !== 'pause' && kind !== 'information' && kind !== 'review';
	return asked && state === 'open' ? [{ do: 'close' }, ...extend] : extend;
}

const isSame = (a: RemoteCommand, b: RemoteCommand | undefined): boolean =>
	JSON.stringify(a) === JSON.stringify(b);

/** What can be done with the step that is on, besides what comes next; nothing twice. */
export function secondaryCommands(state: RemoteState): RemoteCommand[] {
	const step = currentStep(state);
	if (!step || state.meeting.state !== 'live') return [];
	const shows = hasResults(step) && step.state !== 'waiting' ? movesOf(step) : [];
	return [...shows, ...timeMoves(step)].filter((command) => !isSame(command, state.next?.command));
}

/** The steps that can be opened now: all but the one that is on. */
export const canOpen = (state: RemoteState, step: RemoteStep): boolean =>
	state.meeting.state === 'live' &&
	step.id !== state.currentStepId &&
	!isSame({ do: 'go', stepId: step.id }, state.next?.command);

/** How the screen is: none has been opened, it is there, or it has gone silent. */
export function screenStanding({ screenSeenAt }: RemoteState, now: number): 'none' | 'there' | 'silent' {
	if (screenSeenAt === null) return 'none';
	return now - screenSeenAt > screenSilenceMilliseconds ? 'silent' : 'there';
}

/** Whole seconds until a moment, never below 0. */
export const secondsLeft = (until: number, now: number): number =>
	Math.max(0, Math.ceil((until - now) / 1000));
