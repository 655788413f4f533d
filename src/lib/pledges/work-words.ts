import { m } from '#lib/i18n/paraglide/messages.js';
import { problemsInWords, type ProblemInWords } from '#lib/ui/form-problems.ts';
import type { PartName } from './pledge-form.ts';
import type { Agreement } from './agreement.ts';
import type { WheelItem } from './overview.ts';
import type { PledgeChannel, PledgeState } from './pledge.ts';
import type { WordingCode, WordingFinding } from './wording/check-wording.ts';

export const stateNames: Record<PledgeState, () => string> = {
	draft: m.pledges_state_draft,
	approved: m.pledges_state_approved,
	signed: m.pledges_state_signed,
	published: m.pledges_state_published
};

/** How far an agreement has come, and what can be done with it then. */
export const agreementState = ({ signatures }: Pick<Agreement, 'signatures'>): string =>
	signatures.length === 0
		? m.pledges_agreement_state_draft()
		: signatures.length === 1
			? m.pledges_agreement_state_half()
			: m.pledges_agreement_state_signed();

export const partTitles: Record<PartName, () => string> = {
	vad: m.pledges_part_what,
	varfor: m.pledges_part_why,
	vem: m.pledges_part_who,
	effekt: m.pledges_part_effect,
	nasta: m.pledges_part_next
};

export const channelNames: Record<PledgeChannel, () => string> = {
	web: m.pledges_channel_web,
	social: m.pledges_channel_social,
	press: m.pledges_channel_press,
	meeting: m.pledges_channel_meeting,
	poster: m.pledges_channel_poster,
	letter: m.pledges_channel_letter
};

const suggestions: Record<NonNullable<WordingFinding['suggestion']>, () => string> = {
	deed: m.pledges_suggest_deed,
	decision: m.pledges_suggest_decision,
	times: m.pledges_suggest_times,
	number: m.pledges_suggest_number,
	certain: m.pledges_suggest_certain
};

const remarks: Record<Exclude<WordingCode, 'vague'>, () => string> = {
	'too-many-words': m.pledges_wording_too_many_words,
	'not-a-pledge': m.pledges_wording_not_a_pledge,
	'no-quantity': m.pledges_wording_no_quantity,
	'no-place': m.pledges_wording_no_place,
	'no-date': m.pledges_wording_no_date,
	'no-owner': m.pledges_wording_no_owner,
	unmeasurable: m.pledges_wording_unmeasurable
};

/** What a finding is about, and what it says. */
export function findingText({ at, code, words = '', suggestion }: WordingFinding): {
	about: string;
	text: string;
} {
	const number = Number(/^activities\.(\d+)/.exec(at)?.[1] ?? NaN) + 1;
	const about = Number.isNaN(number)
		? at === 'effect'
			? m.pledges_at_effect()
			: m.pledges_at_sentence()
		: m.pledges_at_activity({ number });
	if (code !== 'vague') return { about, text: remarks[code]() };
	const help = suggestion ? suggestions[suggestion]() : '';
	return { about, text: m.pledges_wording_vague({ words, suggestion: help }) };
}

const lacks: Record<string, () => string> = {
	'title missing': m.pledges_lacks_title,
	'sentence missing': m.pledges_lacks_sentence,
	'sentence too-many-words': m.pledges_wording_too_many_words,
	'after too-many-words': m.pledges_wording_too_many_words,
	'place missing': m.pledges_lacks_place,
	'validFrom missing': m.pledges_lacks_valid_from,
	'validTo missing': m.pledges_lacks_valid_to,
	'before-start': m.pledges_lacks_order,
	'evidence missing': m.pledges_lacks_evidence,
	'evidence unknown': m.pledges_lacks_evidence,
	'activities missing': m.pledges_lacks_activities,
	'activities.what missing': m.pledges_lacks_activity_what,
	'activities.owner missing': m.pledges_lacks_activity_owner,
	'activities.dueOn missing': m.pledges_lacks_activity_due,
	'indicator.what missing': m.pledges_lacks_indicator,
	'indicator.startValue missing': m.pledges_lacks_start_value,
	'nextReportOn missing': m.pledges_lacks_next,
	'nextReportOn past': m.pledges_lacks_next_past,
	'nextReportOn too-late': m.pledges_lacks_next_late
};

const wrongs: Record<string, () => string> = {
	'changed-meanwhile': m.pledges_wrong_changed,
	'agreement changed-meanwhile': m.pledges_agreement_meanwhile,
	'agreement signed-meanwhile': m.pledges_agreement_signed_meanwhile,
	'agreement changed-since-read': m.pledges_agreement_read_again,
	'invalid-day': m.pledges_wrong_day,
	'not-a-number': m.pledges_wrong_number,
	'too-small': m.pledges_wrong_number,
	'too-long': m.pledges_wrong_long,
	'in-the-future': m.pledges_wrong_future,
	'reason missing': m.pledges_wrong_reason,
	'reasonText missing': m.pledges_wrong_reason_text,
	'not-later': m.pledges_wrong_not_later,
	unchanged: m.pledges_wrong_unchanged,
	'same-person': m.pledges_wrong_same_person,
	'approved-already': m.pledges_wrong_already,
	'signed-already': m.pledges_wrong_already,
	'photo unknown-type': m.pledges_wrong_photo,
	'photo too-large': m.pledges_wrong_photo_large,
	'alternativeText missing': m.pledges_wrong_photo_text,
	missing: m.pledges_wrong_missing
};

const fieldOf: Record<string, string> = {
	'reason.text': 'reasonText',
	'reason.code': 'reason',
	'photo.content': 'photo',
	'photo.alternativeText': 'alternativeText'
};

/** The field that a problem's path is about: activities are written one at a time. */
export const fieldAt = (at: string): string => fieldOf[at] ?? at.replace(/^activities\.\d+\./, '');

type Found = readonly { at: string; code: string }[] | undefined;

/** What use cases found to mend, in words, at the fields of the page that was sent. */
export const pledgeProblems = (problems: Found): ProblemInWords[] =>
	problemsInWords(
		problems?.map(({ at, code }) => ({ at: fieldAt(at), code: code === 'invalid' ? 'not-a-number' : code })),
		{ sentences: { ...lacks, ...wrongs }, otherwise: m.pledges_wrong_other }
	);

/** What a pledge lacks, each sentence once, with the part where it is mended. */
export function lackingInWords(problems: Found): { text: string; at: string }[] {
	const sentences = (problems ?? []).map(({ at, code }) => {
		const key = `${at.replace(/\.\d+\./, '.')} ${code}`;
		return { at, text: (lacks[key] ?? lacks[code] ?? m.pledges_wrong_other)() };
	});
	return sentences.filter(({ text }, index) => sentences.findIndex((one) => one.text === text) === index);
}

/** What is to happen on a day, in words. */
export const wheelWords = ({ kind, what, title }: WheelItem): string =>
	({
		report: m.pledges_work_wheel_report,
		activity: m.pledges_work_wheel_activity,
		end: m.pledges_work_wheel_end
	})[kind]({ what, title });
