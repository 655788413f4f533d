import type { Language } from '#lib/i18n/languages.ts';
import type { QuestionKind } from '#lib/questionnaire/question.ts';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import type { RemoteCommand } from './commands.ts';
import type { MeetingState } from './meeting.ts';
import type { Display, InformationContent, StepKind, StepState, TallyContent } from './step.ts';

/** `information`: a ready page whose words are the interface's own. */
export type InformationPreset = NonNullable<InformationContent['preset']>;

/** A text on the screen: in the first language and, when the meeting has one, in the second. */
export interface ScreenText {
	first: string;
	second?: string;
}

/** A step as the screen, the remote and participants name it. */
export interface StepHead {
	id: string;
	kind: StepKind;
	/** 1, 2, 3 … of all. */
	number: number;
	state: StepState;
}

/** Released numbers of one question on the screen. */
export interface ScreenResult {
	/** Whole, from the gate; texts in the first language. */
	result: ResultQuestion;
	/** Option key → its short text. */
	labels: Record<string, ScreenText>;
	/** The release the numbers belong to. */
	seq: number;
	/** Where they come from, when two stand side by side. */
	caption?: ScreenText;
}

/** What comes of a meeting that has ended. */
export interface Afterwards {
	/** Where the results will be, as a path; null for a meeting outside a dialogue. */
	path: string | null;
	/** Calendar days that were promised; null where none was. */
	resultsDueOn: string | null;
	pledgesDueOn: string | null;
}

/** Hands or dots, counted by staff. */
export interface ScreenTally {
	method: 'hands' | 'dots';
	rows: { key: string; text: ScreenText; count: number }[];
}

/** Everything that the big screen shows, already chosen and in words; nothing else reaches it. */
export interface ScreenState {
	revision: number;
	meeting: {
		title: ScreenText;
		/** As it is written on the screen: `123 456`. */
		code: string;
		/** Short address for the QR code, in upper case where it may be. */
		address: string;
		state: MeetingState;
		rehearsal: boolean;
		colours: 'light' | 'dark';
		languages: [Language] | [Language, Language];
	};
	/** The code stands on the screen all evening; this is what fills the rest. */
	phase:
		| 'join'
		| 'asking'
		| 'too-few'
		| 'results'
		| 'tally'
		| 'notes'
		| 'wall'
		| 'pause'
		| 'information'
		| 'review'
		| 'blank'
		| 'ended';
	step:
		| (StepHead & {
				heading: ScreenText;
				help?: ScreenText;
				steps: number;
				preset?: InformationPreset;
				/** Of a tally. */
				method?: TallyContent['method'];
		  })
		| null;
	/** `too-few`: results are shown from this many answers. */
	leastShown?: number;
	/** `ended` */
	after?: Afterwards;
	/** `asking`: released answers, in steps of the release; null before the first. */
	answered: number | null;
	display: Display;
	/** `results`, `review`: one or two. */
	results: ScreenResult[];
	tally: ScreenTally | null;
	/** `wall`: released texts only. */
	texts: { id: string; text: string }[];
	/** `wall`: themes set by staff, most texts first. */
	themes: { name: string; count: number }[];
	/** When the step, or the pause, ends; milliseconds since 1970. */
	endsAt: number | null;
}

/** What one participant's phone shows. */
export interface ParticipantState {
	revision: number;
	meeting: { title: string; state: MeetingState; rehearsal: boolean };
	phase: 'waiting' | 'question' | 'wall' | 'tally' | 'notes' | 'pause' | 'information' | 'result' | 'ended';
	step:
		| (StepHead & {
				heading: string;
				help?: string;
				preset?: InformationPreset;
				/** `tally`: how the room is counted. */
				method?: TallyContent['method'];
		  })
		| null;
	/** `ended` */
	after?: Afterwards;
	/** `question`, `wall`: what is asked, and where programs send it. */
	ask: {
		key: string;
		kind: QuestionKind;
		options: { key: string; text: string; exclusive?: true }[];
		max: number | null;
		dialogue: { code: string; version: number };
	} | null;
	/** Of this participant: `saved` can be changed, `counted` cannot. */
	answer: 'none' | 'saved' | 'counted';
	/** `result`: as text, only while the screen shows it too. */
	result: ResultQuestion | null;
	endsAt: number | null;
}

/** A step in the remote's list. */
export interface RemoteStep extends StepHead {
	heading: string;
	display: Display;
	/** Released answers; null where there are none to show. */
	answered: number | null;
	/** Sheets that wait for enough company: known as "some" or "none" only. */
	waiting: boolean;
	/** There are numbers to put on the screen: enough answers are released, and not held back. */
	enough: boolean;
	/** Texts that nobody has read yet; null for other steps. */
	unread: number | null;
	endsAt: number | null;
}

/** What the facilitator's phone shows. */
export interface RemoteState {
	revision: number;
	meeting: {
		id: string;
		title: string;
		code: string;
		state: MeetingState;
		rehearsal: boolean;
		blank: boolean;
		startsAt: number;
		endsAt: number;
	};
	currentStepId: string | null;
	steps: RemoteStep[];
	/** What is dominant: the one thing that normally comes next. */
	next: { command: RemoteCommand; stepId: string | null } | null;
	/** What can be taken back, until when (milliseconds since 1970). */
	undo: { what: RemoteCommand['do']; until: number } | null;
	/** When the screen was last heard of; null when none is open. */
	screenSeenAt: number | null;
	/** Everything has been steered from another phone since. */
	takenOver: boolean;
	locked: boolean;
}
