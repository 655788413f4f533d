import type { Outcome } from '#lib/server/problem.ts';
import { changeAgenda, type Agenda } from './agenda.ts';
import { parseStepContent } from './step-schema.ts';
import { mostSteps } from './steer.ts';
import type { Step, StepContent } from './step.ts';

/** One change of an agenda; content is unchecked. */
export type AgendaChange =
	/** At a position, or last. */
	| { do: 'add'; content: unknown; position?: number }
	| { do: 'change'; stepId: string; content: unknown }
	/** To the position 0, 1, 2 … */
	| { do: 'move'; stepId: string; to: number }
	| { do: 'remove'; stepId: string };

const problem = (code: string, at = ''): Outcome<never> => ({
	ok: false,
	problems: [{ at, code, detail: code }]
});

const newStep = (meetingId: string, id: string, content: StepContent): Step => ({
	...{ id, meetingId, content, position: 0, state: 'waiting', display: 'hidden' },
	...{ pinnedSeq: null, dialogueId: null, stopsAt: null }
});

const numbered = (steps: Step[]): Step[] =>
	steps.map((step, position) => (step.position === position ? step : { ...step, position }));

/** Steps that have been opened stay where they are, before all others. */
const isUntouched = ({ state, dialogueId }: Step): boolean => state === 'waiting' && dialogueId === null;

/** A review looks back at steps of the same agenda that come before it. */
function reviewProblem(steps: readonly Step[]): boolean {
	return steps.some(
		({ content }, index) =>
			content.kind === 'review' &&
			content.sources.some(
				(source) => source.from === 'step' && !steps.slice(0, index).some(({ id }) => id === source.stepId)
			)
	);
}

const inserted = (steps: readonly Step[], step: Step, position: number): Step[] => {
	const at = Math.max(0, Math.min(steps.length, position));
	return [...steps.slice(0, at), step, ...steps.slice(at)];
};

function changedSteps({ meeting, steps }: Agenda, change: AgendaChange, newId: string): Outcome<Step[]> {
	if (change.do === 'add') {
		if (steps.length >= mostSteps) return problem('too-many');
		const content = parseStepContent(change.content);
		if (!content.ok) return content;
		const step = newStep(meeting.id, newId, content.value);
		return { ok: true, value: inserted(steps, step, change.position ?? steps.length) };
	}
	const step = steps.find(({ id }) => id === change.stepId);
	if (!step) return problem('no-step');
	if (!isUntouched(step)) return problem('begun');
	const others = steps.filter(({ id }) => id !== step.id);
	if (change.do === 'remove') return { ok: true, value: others };
	if (change.do === 'move') return { ok: true, value: inserted(others, step, change.to) };
	const content = parseStepContent(change.content);
	if (!content.ok) return content;
	return {
		ok: true,
		value: steps.map((other) => (other.id === step.id ? { ...step, content: content.value } : other))
	};
}

/**
 * What a change makes of an agenda; its revision rises.
 * @param newId the id of a step that is added
 * @returns the agenda, or `no-step`, `begun`, `ended`, `too-many`, `review-before` and what a step's content breaks
 */
export function changeSteps(agenda: Agenda, change: AgendaChange, newId: string): Outcome<Agenda> {
	if (agenda.meeting.state === 'ended') return problem('ended');
	const changed = changedSteps(agenda, change, newId);
	if (!changed.ok) return changed;
	if (reviewProblem(changed.value)) return problem('review-before', 'sources');
	return { ok: true, value: changeAgenda({ ...agenda, steps: numbered(changed.value) }, {}) };
}
