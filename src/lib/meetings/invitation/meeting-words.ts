import { languages, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { problemsInWords, type ProblemInWords } from '#lib/ui/form-problems.ts';
import type { MeetingState } from '../meeting.ts';

/** A language as it is called in the reader's own: `engelska`. */
export const calledHere = (language: Language): string =>
	new Intl.DisplayNames([getLocale()], { type: 'language' }).of(language) ?? language;

/** A sentence for each language's own field: `text-en empty`. */
export const inEachLanguage = (
	field: string,
	code: string,
	sentence: (values: { language: string }) => string
): Record<string, () => string> =>
	Object.fromEntries(
		languages.map((language) => [
			`${field}-${language} ${code}`,
			() => sentence({ language: calledHere(language) })
		])
	);

const sentences: Readonly<Record<string, () => string>> = {
	...inEachLanguage('title', 'empty', m.meeting_problem_title_in),
	'title-sv empty': m.meeting_problem_title,
	'venue empty': m.meeting_problem_venue,
	unknown: m.meeting_problem_dialogue,
	begun: m.meeting_problem_begun,
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
