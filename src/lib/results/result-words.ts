import { m } from '../i18n/paraglide/messages.js';
import type { Dimension } from '../questionnaire/question.ts';
import type { ResultFilter } from './filter.ts';
import type { Words } from './words.ts';

const notSplitBy: Record<Dimension, (values: { count: string }) => string> = {
	district: m.results_not_split_district,
	age: m.results_not_split_age,
	gender: m.results_not_split_gender,
	group: m.results_not_split_group
};

function notSplit(filter: ResultFilter): string {
	const [dimension, ...others] = Object.keys(filter) as Dimension[];
	const say = dimension && others.length === 0 ? notSplitBy[dimension] : m.results_not_split;
	return say({ count: '{count}' });
}

// A gap that is filled with its own name stays a gap.
const count = '{count}';
const base = '{base}';
const first = '{first}';
const second = '{second}';

/** What the sentences say of the dialogue itself. */
export interface WordsInput {
	/** Name of the place. */
	place: string;
	/** Least number of answers in a block. */
	crowd: number;
	filter: ResultFilter;
}

/** The sentences of a result in the request's language; gaps stay for what changes with a release. */
export const resultWords = ({ place, crowd, filter }: WordsInput): Words => ({
	heading: m.results_heading(),
	headingNothing: m.results_heading_nothing(),
	findingOne: m.results_finding_one({ first }),
	findingTwo: m.results_finding_two({ first, second }),
	leadRanking: m.results_lead_ranking({ count, base }),
	leadChoices: m.results_lead_choices({ count, base }),
	leadSecond: m.results_lead_second({ first, second }),
	answered: m.results_answered({ count }),
	caveat: m.results_caveat({ place }),
	notSplit: notSplit(filter),
	nothingScheduled: m.results_nothing_scheduled(),
	nothingYet: m.results_nothing_yet({ crowd }),
	nothingClosed: m.results_nothing_closed(),
	nothingHere: m.results_nothing_here(),
	stateOpen: m.results_state_open(),
	stateClosed: m.results_state_closed(),
	base: m.results_base({ count }),
	baseRanking: m.results_base_ranking({ count }),
	baseChoices: m.results_base_choices({ count }),
	texts: m.results_texts({ count }),
	skipped: m.results_skipped({ count }),
	withheld: m.results_withheld({ count }),
	withheldClosed: m.results_withheld_closed({ count }),
	meeting: m.results_meeting({ count }),
	meetingNotSplit: m.results_meeting_not_split({ count }),
	questionHidden: m.results_question_hidden(),
	questionHiddenClosed: m.results_question_hidden_closed(),
	optionHidden: m.results_option_hidden(),
	tied: m.results_tied(),
	release: m.results_release({ seq: '{seq}', day: '{day}' }),
	offline: m.results_offline({ time: '{time}' }),
	news: m.results_news({ answered: '{answered}', heading: '{heading}' })
});
