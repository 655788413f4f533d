import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { nextCommand, type Agenda } from './agenda.ts';
import { headingOf, headOf } from './screen-state.ts';
import type { Step } from './step.ts';
import type { RemoteState, RemoteStep } from './views.ts';

/** What is known of a step besides. */
export interface StepFacts {
	/** Released sheets; null where there are none to show. */
	answered: number | null;
	/** Sheets wait for enough company. */
	waiting: boolean;
	/** There are numbers to put on the screen. */
	enough: boolean;
	/** Texts that nobody has read yet; null for other steps. */
	unread: number | null;
}

/** What a remote's state is made of. */
export interface RemoteSources {
	agenda: Agenda;
	releases: number;
	language: Language;
	now: Date;
	facts: ReadonlyMap<string, StepFacts>;
	screenSeenAt: Date | null;
	takenOver: boolean;
	locked: boolean;
}

const nothing: StepFacts = { answered: null, waiting: false, enough: false, unread: null };

function remoteStep(step: Step, { language, facts }: RemoteSources): RemoteStep {
	const { answered, waiting, enough, unread } = facts.get(step.id) ?? nothing;
	return {
		...headOf(step),
		heading: inLanguage(headingOf(step), language),
		display: step.display,
		answered,
		waiting,
		enough,
		unread,
		endsAt: step.stopsAt?.getTime() ?? null
	};
}

/** Everything that the facilitator's phone shows; while it is locked or taken over nothing that could be steered. */
export function remoteState(sources: RemoteSources): RemoteState {
	const { agenda, language, now, takenOver, locked } = sources;
	const { meeting, undo } = agenda;
	const shut = takenOver || locked;
	const back = undo && now.getTime() < undo.until.getTime() ? undo : null;
	return {
		revision: meeting.revision + sources.releases,
		meeting: {
			id: meeting.id,
			title: inLanguage(meeting.title, language),
			code: meeting.code,
			state: meeting.state,
			rehearsal: meeting.rehearsal,
			blank: meeting.blank,
			startsAt: meeting.startsAt.getTime(),
			endsAt: meeting.endsAt.getTime()
		},
		currentStepId: meeting.currentStepId,
		steps: shut ? [] : agenda.steps.map((step) => remoteStep(step, sources)),
		next: shut ? null : nextCommand(agenda),
		undo: back && !shut ? { what: back.what, until: back.until.getTime() } : null,
		screenSeenAt: sources.screenSeenAt?.getTime() ?? null,
		takenOver,
		locked
	};
}
