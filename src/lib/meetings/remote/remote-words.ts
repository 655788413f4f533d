import { m } from '#lib/i18n/paraglide/messages.js';
import type { StepKind } from '../step.ts';
import type { DeviceCommand, RemoteCommand } from '../commands.ts';
import type { RemoteState, RemoteStep } from '../views.ts';

type Sentence = (values: { number: number; heading: string }) => string;

/** What opening a step of each kind is called. */
const openings: Record<StepKind, Sentence> = {
	question: m.remote_open_question,
	priority: m.remote_open_priority,
	tally: m.remote_open_tally,
	notes: m.remote_open_notes,
	wall: m.remote_open_wall,
	pause: m.remote_open_pause,
	information: m.remote_open_information,
	review: m.remote_open_review
};

const ofStep: Partial<Record<RemoteCommand['do'], Sentence>> = {
	close: m.remote_close_step,
	reveal: m.remote_reveal_step,
	grow: m.remote_grow_step
};

const plain: Record<RemoteCommand['do'], () => string> = {
	start: m.remote_start,
	go: m.remote_go,
	close: m.remote_close,
	undo: m.remote_undo,
	grow: m.remote_grow,
	reveal: m.remote_reveal,
	freeze: m.remote_freeze,
	'hide-results': m.remote_hide_results,
	blank: m.remote_blank,
	unblank: m.remote_unblank,
	extend: m.remote_extend,
	add: m.remote_add,
	end: m.remote_end
};

/** What a command is called by itself: `Frys resultatet`. */
export const commandName = (what: RemoteCommand['do']): string => plain[what]();

/** What the button of a command says. */
export const commandWords = (command: RemoteCommand): string =>
	command.do === 'add' && 'again' in command.what ? m.remote_ask_again() : commandName(command.do);

/** What the button says that opens a step of the list; what is closed for good is only shown again. */
export function openWords(step: RemoteStep): string {
	if (step.state !== 'closed') return m.remote_go();
	return isAnswered(step) ? m.remote_show_again() : m.remote_go_again();
}

const ofDevice: Partial<Record<DeviceCommand['do'], () => string>> = {
	count: m.remote_count_save,
	simulate: m.remote_simulate,
	lock: m.remote_lock
};

/** What anything that a remote sends is called. */
export const deviceCommandName = ({ do: what }: DeviceCommand): string =>
	what in plain ? commandName(what as RemoteCommand['do']) : (ofDevice[what]?.() ?? '');

/** The words of what comes next: `Öppna fråga 3: Var känner du dig otrygg?`. */
export function nextWords({ next, steps, currentStepId }: RemoteState): string {
	if (!next) return '';
	const { command, stepId } = next;
	const about = command.do === 'go' ? command.stepId : (stepId ?? currentStepId);
	const step = steps.find(({ id }) => id === about);
	if (!step) return commandName(command.do);
	// Hands are not answers: a count is closed at once.
	if (command.do === 'close' && step.kind === 'tally') return m.remote_close_tally({ number: step.number });
	const sentence = command.do === 'go' ? openings[step.kind] : ofStep[command.do];
	if (!sentence) return commandName(command.do);
	// Ready pages and reviews have no heading of their own.
	return sentence({ number: step.number, heading: step.heading }).replace(/: $/, '');
}

const kinds: Record<StepKind, () => string> = {
	question: m.remote_kind_question,
	priority: m.remote_kind_priority,
	tally: m.remote_kind_tally,
	notes: m.remote_kind_notes,
	wall: m.remote_kind_wall,
	pause: m.remote_kind_pause,
	information: m.remote_kind_information,
	review: m.remote_kind_review
};

/** What a kind of step is called: `Fråga`, `Handuppräckning`. */
export const kindName = (kind: StepKind): string => kinds[kind]();

const displays: Record<RemoteStep['display'], () => string> = {
	hidden: m.remote_display_hidden,
	growing: m.remote_display_growing,
	shown: m.remote_display_shown,
	frozen: m.remote_display_frozen
};

const states: Record<RemoteStep['state'], () => string> = {
	waiting: m.remote_state_waiting,
	open: m.remote_state_open,
	closing: m.remote_state_closing,
	closed: m.remote_state_closed
};

const isAnswered = ({ kind }: Pick<RemoteStep, 'kind'>): boolean =>
	kind === 'question' || kind === 'priority' || kind === 'wall';

function answeredWords({ kind, answered, waiting }: RemoteStep): string {
	if (!isAnswered({ kind })) return '';
	const counted = answered === null ? '' : m.remote_answered({ count: answered });
	const more = waiting ? (answered === null ? m.remote_some_wait() : m.remote_more_wait()) : '';
	return [counted, more].filter(Boolean).join(' ');
}

/** What the screen shows of a step; numbers that are too few, or held back, are not there to be seen yet. */
function showingWords(step: RemoteStep): string {
	if (!isAnswered(step) || step.state === 'waiting') return '';
	if (step.kind === 'wall' || step.display === 'hidden' || step.enough) return displays[step.display]();
	return step.state === 'closed' ? m.remote_display_too_few() : m.remote_display_not_yet();
}

/** How a step stands, in one line: `Öppen · 24 räknade svar · visas ej`. The screen shows the one that is on only. */
export function stepStanding(step: RemoteStep, isOn: boolean): string {
	const showing = isOn ? showingWords(step) : '';
	return [states[step.state](), answeredWords(step), showing].filter(Boolean).join(' · ');
}
