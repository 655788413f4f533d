import { m } from '#lib/i18n/paraglide/messages.js';

/** What the circumstances of a meeting in the log are called. */
export const meetingDetailNames: Record<string, () => string> = {
	command: m.meetings_detail_command,
	step: m.meetings_detail_step,
	form: m.meetings_detail_form,
	agenda: m.meetings_detail_agenda,
	steps: m.meetings_detail_steps,
	changed: m.meetings_detail_changed,
	counts: m.meetings_detail_counts,
	rehearsal: m.meetings_detail_rehearsal,
	takenOver: m.meetings_detail_taken_over
};

/** The words for their values. */
export const meetingDetailValues: Record<string, () => string> = {
	start: m.meetings_detail_start,
	go: m.meetings_detail_go,
	close: m.meetings_detail_close,
	undo: m.meetings_detail_undo,
	grow: m.meetings_detail_grow,
	reveal: m.meetings_detail_reveal,
	freeze: m.meetings_detail_freeze,
	'hide-results': m.meetings_detail_hide_results,
	blank: m.meetings_detail_blank,
	unblank: m.meetings_detail_unblank,
	extend: m.meetings_detail_extend,
	end: m.meetings_detail_end,
	add: m.meetings_detail_add,
	change: m.meetings_detail_change,
	move: m.meetings_detail_move,
	remove: m.meetings_detail_remove,
	screen: m.meetings_detail_screen,
	remote: m.meetings_detail_remote,
	hall: m.meetings_detail_hall,
	online: m.meetings_detail_online
};
