import { m } from '#lib/i18n/paraglide/messages.js';
import { problemsInWords, type ProblemInWords } from '#lib/ui/form-problems.ts';
import type { MeetingState } from '../meeting.ts';

const sentences: Readonly<Record<string, () => string>> = {
	empty: m.meeting_problem_empty,
	'too-long': m.meeting_problem_too_long,
	'no-day': m.meeting_problem_no_day,
	'no-time': m.meeting_problem_no_time,
	'before-start': m.meeting_problem_before_start,
	least: m.meeting_problem_least
};

/** What is to be mended about a meeting, in words. */
export const meetingProblems = (
	problems: readonly { at: string; code: string }[] | undefined
): ProblemInWords[] => problemsInWords(problems, { sentences, otherwise: m.meeting_problem_other });

const states: Record<MeetingState, () => string> = {
	planned: m.meeting_state_planned,
	live: m.meeting_state_live,
	ended: m.meeting_state_ended
};

/** How a meeting stands, in a word. */
export const stateWords = (state: MeetingState): string => states[state]();
