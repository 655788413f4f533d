import { formatDay, formatPeriod } from '#lib/format/date.ts';
import { formatDecimal } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Party } from './activity.ts';
import type { Agreement, Side } from './agreement.ts';
import type { Status } from './pledge.ts';
import type { CorrectedField, Reason, ReasonCode } from './story.ts';
import type { PledgeView } from './pledge-view.ts';

/** The words of each status; the shape beside it says the same. */
export const statusNames: Record<Status, () => string> = {
	planned: m.pledges_status_planned,
	ongoing: m.pledges_status_ongoing,
	done: m.pledges_status_done,
	partly: m.pledges_status_partly,
	late: m.pledges_status_late,
	'not-kept': m.pledges_status_not_kept,
	extended: m.pledges_status_extended
};

export const partyNames: Record<Party, () => string> = {
	joint: m.pledges_party_joint,
	police: m.pledges_party_police,
	municipality: m.pledges_party_municipality,
	partner: m.pledges_party_partner
};

export const sideNames: Record<Side, () => string> = {
	police: m.pledges_side_police,
	municipality: m.pledges_side_municipality
};

export const reasonNames: Record<ReasonCode, () => string> = {
	resources: m.pledges_reason_resources,
	assessed: m.pledges_reason_assessed,
	'other-party': m.pledges_reason_other_party,
	season: m.pledges_reason_season,
	permit: m.pledges_reason_permit,
	other: m.pledges_reason_other
};

export const fieldNames: Record<CorrectedField, () => string> = {
	title: m.pledges_field_title,
	sentence: m.pledges_field_sentence,
	place: m.pledges_field_place,
	effect: m.pledges_field_effect,
	indicator: m.pledges_field_indicator
};

/** A reason in words: what the list says, and what somebody added. */
export function reasonText({ code, text }: Reason): string {
	if (code === 'other' && text !== '') return text;
	return text === '' ? reasonNames[code]() : `${reasonNames[code]()} – ${text}`;
}

/** How much is done: "9 av 14 gångvägar", "2 av 5 aktiviteter klara"; undefined where there is nothing to count. */
export function countText({ count }: Pick<PledgeView, 'count'>, language: Language): string | undefined {
	if (!count) return undefined;
	const [done, of] = [formatDecimal(count.done, language), formatDecimal(count.of, language)];
	return count.unit === ''
		? m.pledges_count_activities({ done, of })
		: m.pledges_count_unit({ done, of, unit: count.unit });
}

/** From when to when an agreement is valid. */
export const agreementValidity = (
	{ validFrom, validTo }: Pick<Agreement, 'validFrom' | 'validTo'>,
	language: Language
): string =>
	validTo === null
		? m.pledges_agreement_from({ day: formatDay(validFrom, language) })
		: m.pledges_agreement_valid({ period: formatPeriod(validFrom, validTo, language) });

/** A number with its unit as read: "60 %", "14 gångvägar". */
export const withUnit = (value: number, unit: string, language: Language): string =>
	`${formatDecimal(value, language)}${unit === '' ? '' : `\u00a0${unit}`}`;
