import type { Texts } from '#lib/i18n/languages.ts';
import type { Question } from '#lib/questionnaire/question.ts';

/** `wall`: a free text that is moderated before it is shown. `review`: results of one or two earlier questions again. */
export const stepKinds = [
	'question',
	'priority',
	'tally',
	'notes',
	'wall',
	'pause',
	'information',
	'review'
] as const;
export type StepKind = (typeof stepKinds)[number];

/** `closing`: the last ten seconds, in which answers still count and the facilitator can take it back. */
export const stepStates = ['waiting', 'open', 'closing', 'closed'] as const;
export type StepState = (typeof stepStates)[number];

/**
 * What the screen shows of a step's results: nothing yet; released results as they grow; as they are, once; as they
 * were when frozen.
 */
export const displays = ['hidden', 'growing', 'shown', 'frozen'] as const;
export type Display = (typeof displays)[number];

/** A question that participants answer, each with a small sheet of its own. */
export interface AskedContent {
	kind: 'question' | 'priority' | 'wall';
	/** `priority` is a ranking, `wall` a text. */
	question: Question;
	/** Asked in the meeting's dialogue too, by the same key and version: results are joined. */
	joins: boolean;
}

/** Dots or hands, counted by staff; never added to answers. */
export interface TallyContent {
	kind: 'tally';
	method: 'hands' | 'dots';
	text: Texts;
	options: { key: string; text: Texts }[];
}

/** Talks at tables; notes come in from field devices of the meeting. */
export interface NotesContent {
	kind: 'notes';
	text: Texts;
}

export interface PauseContent {
	kind: 'pause';
	text: Texts;
	/** How long it is meant to be; null for no clock. */
	minutes: number | null;
}

export interface InformationContent {
	kind: 'information';
	/** A ready page, whose words are the interface's own. */
	preset: 'answers-used' | 'help' | null;
	heading: Texts;
	text: Texts;
}

/** Where a review's results come from. */
export type ReviewSource = { from: 'step'; stepId: string } | { from: 'dialogue'; questionKey: string };

export interface ReviewContent {
	kind: 'review';
	/** One, or two side by side: before and after. */
	sources: ReviewSource[];
}

export type StepContent =
	AskedContent | TallyContent | NotesContent | PauseContent | InformationContent | ReviewContent;

/** One point of the agenda. */
export interface Step {
	id: string;
	meetingId: string;
	/** 0, 1, 2 … */
	position: number;
	content: StepContent;
	state: StepState;
	display: Display;
	/** `shown` and `frozen`: the release whose numbers are shown; null for the latest. */
	pinnedSeq: number | null;
	/** The hidden dialogue that takes its answers; null until it is opened, and for steps without answers. */
	dialogueId: string | null;
	/** When the step stops taking answers by itself; null for never. */
	stopsAt: Date | null;
}

/** Tells whether participants answer a step. */
export const isAsked = (content: StepContent): content is AskedContent =>
	content.kind === 'question' || content.kind === 'priority' || content.kind === 'wall';
