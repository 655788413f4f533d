import { m } from '#lib/i18n/paraglide/messages.js';
import { freezeSentences } from './situation-words.ts';

/** What is to be mended on the pages of a picture, by code, in words. */
export const pictureSentences: Readonly<Record<string, () => string>> = {
	...freezeSentences,
	'title missing': m.situation_title_missing,
	'side missing': m.situation_choose_missing,
	'side taken': m.situation_sign_taken,
	'side same-person': m.situation_sign_same,
	'to before-start': m.situation_before_start,
	'validTo before-start': m.situation_before_start,
	'changed-meanwhile': m.situation_meanwhile,
	'invalid-day': m.situation_day_invalid,
	'too-long': m.situation_too_long,
	'too-many': m.situation_too_many,
	'quote-typed': m.situation_quote_typed,
	'not-shown': m.situation_quote_gone,
	unsigned: m.situation_publish_unsigned
};

/** The same for evidence. */
export const evidenceSentences: Readonly<Record<string, () => string>> = {
	'statement missing': m.situation_statement_missing,
	'source missing': m.situation_source_missing,
	'day missing': m.situation_day_invalid,
	'file missing': m.situation_document_missing,
	'file unknown-type': m.situation_document_type,
	'file too-large': m.situation_document_large,
	'href invalid-link': m.situation_link_invalid,
	'answer not-shown': m.situation_not_shown,
	'answer missing': m.situation_choose_missing,
	'invalid-day': m.situation_day_invalid,
	'too-long': m.situation_too_long
};

/** The same for problems, causes, focus areas, the year wheel and settings. */
export const choiceSentences: Readonly<Record<string, () => string>> = {
	'name missing': m.situation_problem_missing,
	'why missing': m.situation_why_missing,
	'text missing': m.situation_cause_missing,
	'bone missing': m.situation_choose_missing,
	'remit missing': m.situation_choose_missing,
	'reason missing': m.situation_reason_missing,
	'validFrom missing': m.situation_day_invalid,
	'validTo before-start': m.situation_before_start,
	'reminderMonths after-review': m.situation_settings_after,
	'has-causes': m.situation_cause_has_below,
	'in-focus-area': m.situation_cause_in_focus,
	'all-zero': m.situation_settings_zero,
	'not-whole': m.situation_settings_number,
	'too-small': m.situation_settings_number,
	'too-large': m.situation_settings_number,
	'invalid-day': m.situation_day_invalid,
	'too-long': m.situation_too_long
};
