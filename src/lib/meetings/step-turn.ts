import { isAsked, type Step } from './step.ts';

/** How long a command can be taken back, and how long answers still count after a question is closed. */
export const undoMilliseconds = 10_000;

/** So many milliseconds later. */
export const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds);

/** Answers are taken. */
export const isTaking = ({ state }: Step): boolean => state === 'open' || state === 'closing';

/** A step that is being left: a question takes answers for some seconds more, everything else is over. */
export function left(step: Step, now: Date): Step {
	if (step.state !== 'open') return step;
	if (!isAsked(step.content)) return { ...step, state: 'closed', stopsAt: null };
	return { ...step, state: 'closing', stopsAt: later(now, undoMilliseconds) };
}

/** A pause has a clock of its own; what has been closed for good is only shown again. */
export function opened(step: Step, now: Date): Step {
	if (step.state === 'closed' && isAsked(step.content)) return step;
	const { content } = step;
	const minutes = content.kind === 'pause' ? content.minutes : null;
	const stopsAt = minutes === null ? null : later(now, minutes * 60_000);
	const display = content.kind === 'review' ? 'growing' : step.display;
	return { ...step, state: 'open', display, stopsAt };
}
