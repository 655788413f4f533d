import type { Meeting } from './meeting.ts';
import { isAsked, type Step, type StepContent } from './step.ts';
import { isTaking, later, left, opened, undoMilliseconds } from './step-turn.ts';
import { changeAgenda, changeStep, withUndo, type Agenda, type Undo } from './agenda.ts';
import type { RemoteCommand } from './commands.ts';

/** A command with everything it needs: what `add` adds has been found already. */
export type Steering =
	Exclude<RemoteCommand, { do: 'add' }> | { do: 'add'; id: string; content: StepContent };

/** Why a command does nothing. */
export type Refusal =
	'not-planned' | 'not-live' | 'no-step' | 'nothing-open' | 'no-results' | 'nothing-to-undo' | 'too-many';

export type Steered = { ok: true; agenda: Agenda } | { ok: false; code: Refusal };

/** What steering depends on besides the meeting. */
export interface Moment {
	now: Date;
	/** The latest release of the current step; 0 before the first. */
	seq: number;
}

/** Most points of an agenda. */
export const mostSteps = 60;
const mostExtended = 60 * 60;

const refused = (code: Refusal): Steered => ({ ok: false, code });
const done = (agenda: Agenda): Steered => ({ ok: true, agenda });

const undoOf = (what: Undo['what'], { meeting, steps }: Agenda, now: Date): Undo => ({
	what,
	until: later(now, undoMilliseconds),
	meeting: { state: meeting.state, currentStepId: meeting.currentStepId, blank: meeting.blank },
	steps: steps.map(({ id, state, display, pinnedSeq, stopsAt }) => ({
		id,
		state,
		display,
		pinnedSeq,
		stopsAt
	}))
});

const currentOf = ({ meeting, steps }: Agenda): Step | undefined =>
	steps.find(({ id }) => id === meeting.currentStepId);

function start(agenda: Agenda, { now }: Moment): Steered {
	if (agenda.meeting.state !== 'planned') return refused('not-planned');
	return done(changeAgenda(agenda, { state: 'live', startedAt: now }));
}

function go(agenda: Agenda, stepId: string, { now }: Moment): Steered {
	if (!agenda.steps.some(({ id }) => id === stepId)) return refused('no-step');
	const steps = agenda.steps.map((step) => (step.id === stepId ? opened(step, now) : left(step, now)));
	const next = changeAgenda({ ...agenda, steps }, { currentStepId: stepId, blank: false });
	return done(withUndo(next, undoOf('go', agenda, now)));
}

function close(agenda: Agenda, { now }: Moment): Steered {
	const current = currentOf(agenda);
	if (current?.state !== 'open') return refused('nothing-open');
	const next = changeStep(agenda, left(current, now));
	return done(withUndo(changeAgenda(next, {}), undoOf('close', agenda, now)));
}

function end(agenda: Agenda, { now }: Moment): Steered {
	const steps = agenda.steps.map((step) => {
		// Taken back and never opened again: its answers are counted as well.
		const unused = step.state === 'waiting' && step.dialogueId !== null;
		return left(unused ? { ...step, state: 'open' } : step, now);
	});
	const next = changeAgenda({ ...agenda, steps }, { state: 'ended', endedAt: now, blank: false });
	return done(withUndo(next, undoOf('end', agenda, now)));
}

/** What has been closed for good stays closed: its answers are counted. */
function undo(agenda: Agenda, { now }: Moment): Steered {
	const { undo: back } = agenda;
	if (!back || now.getTime() >= back.until.getTime()) return refused('nothing-to-undo');
	const before = new Map(back.steps.map((step) => [step.id, step]));
	const steps = agenda.steps.map((step) => {
		const was = before.get(step.id);
		if (!was || (step.state === 'closed' && isAsked(step.content) && was.state !== 'closed')) return step;
		return {
			...step,
			state: was.state,
			display: was.display,
			pinnedSeq: was.pinnedSeq,
			stopsAt: was.stopsAt
		};
	});
	const meeting = back.what === 'end' ? { ...back.meeting, endedAt: null } : back.meeting;
	return done(changeAgenda({ ...agenda, steps, undo: null }, meeting));
}

const hasResults = ({ content }: Step): boolean =>
	isAsked(content) || content.kind === 'review' || content.kind === 'tally';

function show(agenda: Agenda, what: 'grow' | 'reveal' | 'freeze' | 'hide-results', { seq }: Moment): Steered {
	const current = currentOf(agenda);
	if (!current || !hasResults(current)) return refused('no-results');
	const display = ({ grow: 'growing', reveal: 'shown', freeze: 'frozen', 'hide-results': 'hidden' } as const)[
		what
	];
	// Shown while answers come in: as they are now, until the last of them are counted.
	const pinned = display === 'frozen' || (display === 'shown' && isTaking(current));
	const pinnedSeq = pinned ? (current.display === 'frozen' ? (current.pinnedSeq ?? seq) : seq) : null;
	return done(changeAgenda(changeStep(agenda, { ...current, display, pinnedSeq }), {}));
}

/** The time runs on from where it was, or from now; a question that was about to close is open again. */
function extend(agenda: Agenda, seconds: number, { now }: Moment): Steered {
	const current = currentOf(agenda);
	if (!current || !isTaking(current)) return refused('nothing-open');
	const length = Math.max(1, Math.min(mostExtended, Math.round(seconds))) * 1000;
	const from = current.state === 'open' && current.stopsAt && current.stopsAt > now ? current.stopsAt : now;
	const next = changeStep(agenda, { ...current, state: 'open', stopsAt: later(from, length) });
	return done(changeAgenda({ ...next, undo: null }, {}));
}

/** After the current step, else before all others that wait. */
function add(agenda: Agenda, { id, content }: Extract<Steering, { do: 'add' }>): Steered {
	if (agenda.steps.length >= mostSteps) return refused('too-many');
	const at = (currentOf(agenda)?.position ?? -1) + 1;
	const step: Step = {
		id,
		meetingId: agenda.meeting.id,
		position: at,
		content,
		state: 'waiting',
		display: 'hidden',
		pinnedSeq: null,
		dialogueId: null,
		stopsAt: null
	};
	const moved = agenda.steps.map((other) =>
		other.position >= at ? { ...other, position: other.position + 1 } : other
	);
	const steps = [...moved, step].sort((a, b) => a.position - b.position);
	return done(changeAgenda({ ...agenda, steps }, {}));
}

function steerLive(agenda: Agenda, command: Steering, moment: Moment): Steered {
	switch (command.do) {
		case 'start':
			return refused('not-planned');
		case 'go':
			return go(agenda, command.stepId, moment);
		case 'close':
			return close(agenda, moment);
		case 'undo':
			return undo(agenda, moment);
		case 'blank':
		case 'unblank':
			return done(changeAgenda(agenda, { blank: command.do === 'blank' }));
		case 'extend':
			return extend(agenda, command.seconds, moment);
		case 'add':
			return add(agenda, command);
		case 'end':
			return end(agenda, moment);
		default:
			return show(agenda, command.do, moment);
	}
}

/**
 * What a command makes of a meeting; the revision rises by one. Opening another step closes the one that is open;
 * opening, closing and ending can be taken back for ten seconds.
 * @returns the whole agenda after it, or why nothing happens
 */
export function steer(agenda: Agenda, command: Steering, moment: Moment): Steered {
	const state: Meeting['state'] = agenda.meeting.state;
	if (state === 'live') return steerLive(agenda, command, moment);
	if (state === 'planned' && command.do === 'start') return start(agenda, moment);
	if (state === 'planned' && command.do === 'add') return add(agenda, command);
	if (state === 'ended' && command.do === 'undo') return undo(agenda, moment);
	return refused(command.do === 'start' ? 'not-planned' : 'not-live');
}
