/** Keeps a participant's page at the meeting's present step. Loaded by ParticipantPage.svelte; nothing imports it. */
import { keepToAsked, keepWithinLimit } from '../../answers/steps/limits.ts';
import { sendUntilAnswered } from '../../answers/steps/send.ts';
import { stayConnected } from '../../ui/live-connection.ts';
import type { ParticipantState } from '../views.ts';
import { participantView, type ParticipantSetup, type ParticipantView } from './participant-view.ts';
import { answerField, scriptField } from './sent-answer.ts';
import { isBegun, show, tell } from './show-participant.ts';

/** A short break is not worth mentioning. */
const graceMilliseconds = 3000;
const paceMilliseconds = 2000;

const root = document.querySelector<HTMLElement>('[data-meeting]')!;
const form = root.querySelector<HTMLFormElement>('form')!;
const setup = JSON.parse(root.dataset.meeting!) as ParticipantSetup;
const { words } = setup;

let shown = root.dataset.key!;
let state: ParticipantState | undefined;
let seenAt = Date.now();
let sending = false;

function showView(view: ParticipantView): void {
	root.querySelector<HTMLElement>('[data-block=moved]')!.hidden = true;
	const isNew = view.key !== shown;
	show(root, view, { words, isNew });
	shown = view.key;
}

/** Shows the latest state; what somebody is writing stays until they let it go. */
function refresh(): void {
	if (!state) return;
	const view = participantView(state, setup);
	if (view.key === shown) return showView(view);
	if (!sending && isBegun(form)) {
		root.querySelector<HTMLElement>('[data-block=moved]')!.hidden = false;
		return;
	}
	if (state.step?.id !== setup.changing) setup.changing = undefined;
	showView(participantView(state, setup));
}

const live = stayConnected<ParticipantState>(
	{ state: root.dataset.state!, pace: paceMilliseconds },
	{
		show: (next) => {
			if (state && next.revision < state.revision) return;
			state = next;
			refresh();
		},
		seen: () => {
			seenAt = Date.now();
			tell(root, 'offline', '');
		},
		lost: () => {
			if (Date.now() - seenAt > graceMilliseconds) tell(root, 'offline', words.offline);
		}
	}
);

const outcome: Record<number, string> = { 409: words.closed, 422: words.empty };

/** Sends the answer until the server has it; the same answer, sent twice, counts once. */
async function send(choice: string | null): Promise<void> {
	if (sending) return;
	sending = true;
	const added = [scriptField, ...(choice === null ? [] : [answerField])].map((name) => {
		const field = document.createElement('input');
		field.type = 'hidden';
		field.name = name;
		field.value = name === scriptField ? '1' : choice!;
		return field;
	});
	form.append(...added);
	const answering = sendUntilAnswered(form, words, (text) => tell(root, 'sending', text));
	for (const field of added) field.remove();
	const response = await answering;
	sending = false;
	for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
	if (response.ok) {
		form.reset();
		setup.changing = undefined;
		state = (await response.json()) as ParticipantState;
		tell(root, 'sending', '');
		return refresh();
	}
	tell(root, 'sending', outcome[response.status] ?? words.failed);
	live.renew();
}

/** What has a rank already is not offered for the next one. */
function keepRanks(): void {
	const ranks = [...form.querySelectorAll<HTMLFieldSetElement>('[data-rank]')];
	if (ranks.length > 0) keepToAsked(ranks);
}

keepRanks();
form.addEventListener('submit', (event) => {
	event.preventDefault();
	const button = event.submitter as HTMLButtonElement | null;
	const choice = button?.name === answerField ? button.value : null;
	if (!sending) button?.setAttribute('aria-disabled', 'true');
	void send(choice);
});

form.addEventListener('change', ({ target }) => {
	const several = form.querySelector<HTMLElement>('[data-max]');
	if (several) keepWithinLimit(several, target);
	keepRanks();
});

root.addEventListener('click', (event) => {
	const target = event.target as Element;
	if (target.closest('[data-move]')) {
		form.reset();
		refresh();
	}
	if (!target.closest('[data-block=change]') || !state?.step) return;
	event.preventDefault();
	setup.changing = state.step.id;
	refresh();
	root.querySelector<HTMLElement>('h1')!.focus();
});
