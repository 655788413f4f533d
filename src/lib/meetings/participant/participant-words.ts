import { m } from '#lib/i18n/paraglide/messages.js';

// A gap that is filled with its own name stays a gap.
const count = '{count}';
const day = '{day}';
const max = '{max}';
const number = '{number}';
const share = '{share}';
const time = '{time}';

/** What a phone says, in the request's language, with `{gaps}` for what changes. */
export const participantWords = () => ({
	waiting: m.participant_waiting(),
	notStarted: m.participant_not_started(),
	between: m.participant_between(),
	point: m.participant_point({ number }),
	one: m.participant_one(),
	most: m.participant_most({ max }),
	any: m.participant_any(),
	ranks: [m.participant_rank_1(), m.participant_rank_2(), m.participant_rank_3()],
	textWarning: m.participant_text_warning(),
	textMost: m.participant_text_most({ max }),
	lastChance: m.participant_last_chance(),
	saved: m.participant_saved(),
	counted: m.participant_counted(),
	countedNote: m.participant_counted_note(),
	textSent: m.participant_text_sent(),
	textSentNote: m.participant_text_sent_note(),
	hands: m.participant_hands(),
	dots: m.participant_dots(),
	notes: m.participant_notes(),
	pause: m.participant_pause(),
	pauseUntil: m.participant_pause_until({ time }),
	resultCount: m.participant_result_count({ count }),
	resultText: m.participant_result_text({ count, share }),
	resultHidden: m.participant_result_hidden(),
	resultNone: m.participant_result_none(),
	ended: m.participant_ended(),
	endedNote: m.participant_ended_note(),
	endedResults: m.participant_ended_results({ day }),
	endedPledges: m.participant_ended_pledges({ day }),
	offline: m.participant_offline(),
	sending: m.participant_sending(),
	busy: m.participant_busy(),
	failed: m.participant_failed(),
	closed: m.participant_problem_closed(),
	empty: m.participant_problem_empty(),
	news: m.participant_new({ heading: '{heading}' }),
	usedHeading: m.screen_used_heading(),
	used: [m.screen_used_1(), m.screen_used_2(), m.screen_used_3(), m.screen_used_4()],
	helpHeading: m.screen_help_heading(),
	help: [`${m.screen_help_danger()}: 112`, `${m.screen_help_report()}: 114\u00a014`, m.screen_help_note()]
});

export type ParticipantWords = ReturnType<typeof participantWords>;
