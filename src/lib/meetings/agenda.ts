import type { Meeting } from './meeting.ts';
import { isAsked, type Step } from './step.ts';
import type { RemoteCommand } from './commands.ts';

/** What a command changed, as it was before. */
export interface Undo {
	what: 'go' | 'close' | 'end';
	/** The first moment that it cannot be taken back. */
	until: Date;
	meeting: Pick<Meeting, 'state' | 'currentStepId' | 'blank'>;
	steps: Pick<Step, 'id' | 'state' | 'display' | 'pinnedSeq' | 'stopsAt'>[];
}

/** A meeting with its steps, in their order. */
export interface Agenda {
	meeting: Meeting;
	steps: Step[];
	undo: Undo | null;
}

/** A change of the meeting: its revision rises. */
export const changeAgenda = (agenda: Agenda, change: Partial<Meeting>): Agenda => ({
	...agenda,
	meeting: { ...agenda.meeting, ...change, revision: agenda.meeting.revision + 1 }
});

/** One step in place of what it was. */
export const changeStep = (agenda: Agenda, step: Step): Agenda => ({
	...agenda,
	steps: agenda.steps.map((other) => (other.id === step.id ? step : other))
});

/** The agenda with what can be taken back. */
export const withUndo = (agenda: Agenda, undo: Undo): Agenda => ({ ...agenda, undo });

/** The step that everybody is at; undefined before the first. */
export const currentStep = ({ meeting, steps }: Pick<Agenda, 'meeting' | 'steps'>): Step | undefined =>
	steps.find(({ id }) => id === meeting.currentStepId);

/** A meeting that nobody ended is over so long after its time. */
export const forgottenMilliseconds = 12 * 60 * 60 * 1000;

/** Everything that takes answers stops: nobody has ended the meeting. */
function abandoned(agenda: Agenda, now: Date): Agenda {
	const steps = agenda.steps.map((step): Step => {
		const isUsed = step.dialogueId !== null && step.state !== 'closed';
		return step.state === 'open' || isUsed ? { ...step, state: 'closed', stopsAt: null } : step;
	});
	return changeAgenda({ ...agenda, steps, undo: null }, { state: 'ended', endedAt: now, blank: false });
}

/**
 * What the clock makes of a meeting at a moment: one that was forgotten has ended; steps whose time has come are closed; a question that was shown as it
 * was shows its last numbers now. The same agenda when there is nothing to do.
 */
export function tick(agenda: Agenda, now: Date): Agenda {
	const isDue = ({ state, stopsAt }: Step) =>
		(state === 'open' || state === 'closing') && stopsAt !== null && stopsAt <= now;
	const { state, endsAt } = agenda.meeting;
	if (state === 'live' && now.getTime() - endsAt.getTime() >= forgottenMilliseconds)
		return abandoned(agenda, now);
	if (!agenda.steps.some(isDue)) return agenda;
	const steps = agenda.steps.map((step): Step => {
		if (!isDue(step)) return step;
		const pinnedSeq = step.display === 'shown' ? null : step.pinnedSeq;
		return { ...step, state: 'closed', stopsAt: null, pinnedSeq };
	});
	return changeAgenda({ ...agenda, steps }, {});
}

/** The one thing that normally comes next; null when the meeting has ended. */
export function nextCommand({
	meeting,
	steps
}: Pick<Agenda, 'meeting' | 'steps'>): { command: RemoteCommand; stepId: string | null } | null {
	if (meeting.state === 'ended') return null;
	if (meeting.state === 'planned') return { command: { do: 'start' }, stepId: null };
	const current = currentStep({ meeting, steps });
	if (current && (isAsked(current.content) || current.content.kind === 'tally')) {
		if (current.state === 'open') return { command: { do: 'close' }, stepId: current.id };
		// What stands still since before the last answers came is not the result.
		if (current.display === 'hidden' || (current.display === 'frozen' && isAsked(current.content)))
			return { command: { do: 'reveal' }, stepId: current.id };
	}
	const after = steps.filter(({ state }) => state === 'waiting');
	const next = after.find(({ position }) => position > (current?.position ?? -1)) ?? after[0];
	if (next) return { command: { do: 'go', stepId: next.id }, stepId: next.id };
	return { command: { do: 'end' }, stepId: null };
}
