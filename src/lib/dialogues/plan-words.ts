import { formatDay, formatPeriod } from '#lib/format/date.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Dimension } from '#lib/questionnaire/question.ts';
import type { Channel } from './channel.ts';
import type { DialogueKind } from './dialogue.ts';
import type { DialoguePlan, Entry } from './plan.ts';

/** Whom a dialogue asks. */
export const kindNames: Record<DialogueKind, () => string> = {
	citizen: m.opening_kind_citizen,
	staff: m.opening_kind_staff,
	partner: m.opening_kind_partner
};

/** The ways to answer. */
export const channelNames: Record<Channel, () => string> = {
	web: m.plan_channel_web,
	embed: m.plan_channel_embed,
	meeting: m.plan_channel_meeting,
	kiosk: m.plan_channel_kiosk,
	field: m.plan_channel_field,
	paper: m.plan_channel_paper
};

/** Who may answer. */
export const entryNames: Record<Entry, () => string> = {
	open: m.opening_entry_open,
	codes: m.opening_entry_codes
};

/** What answers are split by, as a heading. */
export const dimensionTitles: Record<Dimension, () => string> = {
	district: m.plan_dimension_district,
	age: m.plan_dimension_age,
	gender: m.plan_dimension_gender,
	group: m.plan_dimension_group
};

/** What answers are split by, inside a sentence: "per ålder". */
export const dimensionWords: Record<Dimension, () => string> = {
	district: m.meaning_district,
	age: m.meaning_age,
	gender: m.meaning_gender,
	group: m.meaning_group
};

/** When people can answer, in words; days that nobody has chosen are said to be missing. */
export function periodInWords(
	{ opensOn, closesOn }: Pick<DialoguePlan, 'opensOn' | 'closesOn'>,
	language: Language
): string {
	if (closesOn === '') return m.summary_missing();
	if (closesOn === null)
		return opensOn === ''
			? m.summary_period_now_ongoing()
			: m.summary_period_from({ day: formatDay(opensOn, language) });
	return opensOn === ''
		? m.summary_period_now({ day: formatDay(closesOn, language) })
		: formatPeriod(opensOn, closesOn, language);
}

/** A day in words; one that nobody has chosen is said to be missing. */
export const dayInWords = (day: string, language: Language): string =>
	day === '' ? m.summary_missing() : formatDay(day, language);

/** What is to be mended in a plan, by code, in words. */
export const planSentences: Readonly<Record<string, () => string>> = {
	'invalid-day': m.opening_invalid_day,
	missing: m.opening_choose,
	unknown: m.opening_choose,
	'groups too-few': m.opening_groups_one,
	'groups conflict': m.opening_groups_conflict,
	'place-cannot-ask': m.quality_place_cannot_ask,
	'no-closing': m.quality_no_closing,
	'no-results-date': m.quality_no_results_date,
	'no-pledges-date': m.quality_no_pledges_date,
	'opens-in-past': m.quality_opens_in_past,
	'closes-in-past': m.quality_closes_in_past,
	'closes-before-opening': m.quality_closes_before_opening,
	'results-before-closing': m.quality_results_before_closing,
	'pledges-before-results': m.quality_pledges_before_results,
	'no-channel': m.quality_no_channel,
	'sensitive-needs-strict': m.quality_sensitive_needs_strict
};
