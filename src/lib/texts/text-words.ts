import { m } from '#lib/i18n/paraglide/messages.js';
import type { DataKind } from './mask.ts';
import type { RejectReason } from './moderation.ts';

/** What the kinds of personal data are called at the desk. */
export const kindNames: Record<DataKind, () => string> = {
	'personal-number': m.texts_kind_personal_number,
	iban: m.texts_kind_iban,
	account: m.texts_kind_account,
	email: m.texts_kind_email,
	phone: m.texts_kind_phone,
	plate: m.texts_kind_plate,
	name: m.texts_kind_name,
	address: m.texts_kind_address,
	other: m.texts_kind_other
};

/** Why a text is rejected, in words. */
export const reasonNames: Record<RejectReason, () => string> = {
	unrelated: m.texts_reason_unrelated,
	accuses: m.texts_reason_accuses,
	threat: m.texts_reason_threat,
	abuse: m.texts_reason_abuse,
	unreadable: m.texts_reason_unreadable
};

/** What is to be mended at the desk. */
export const textProblems = {
	invalid: m.texts_problem_invalid,
	undecided: m.texts_problem_undecided,
	'nothing-masked': m.texts_problem_nothing_masked,
	'not-in-text': m.texts_problem_not_in_text,
	'reason-missing': m.texts_problem_reason,
	'already-released': m.texts_problem_released,
	missing: m.texts_problem_name,
	'too-long': m.texts_problem_name_long,
	taken: m.texts_problem_name_taken,
	'too-many': m.texts_problem_many
};

/** What has just been done, by the word in the address. */
export const textsDone = {
	accepted: m.texts_done_accepted,
	masked: m.texts_done_masked,
	rejected: m.texts_done_rejected,
	undone: m.texts_done_undone,
	released: m.texts_done_released,
	again: m.texts_done_again,
	hidden: m.texts_done_hidden,
	shown: m.texts_done_shown,
	'all-hidden': m.texts_done_all_hidden,
	'all-shown': m.texts_done_all_shown,
	theme: m.texts_done_theme,
	'theme-removed': m.texts_done_theme_removed,
	sorted: m.texts_done_sorted
};

const longest = 40;

/** The beginning of a text, for the name of a button about it. */
export const excerpt = (text: string): string =>
	text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
