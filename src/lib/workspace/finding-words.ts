import type { PlanCode } from '#lib/dialogues/check-plan.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { FindingCode } from '#lib/questionnaire/quality/finding.ts';
import type { AnyFinding } from './draft-check.ts';
import { valuesOf, type Sentence, type Values } from './finding-values.ts';

const missingText = (v: Values): string => {
	if (v.part === 'title') return m.quality_missing_title();
	if (v.part === 'intro') return m.quality_missing_intro();
	if (v.part === 'help') return m.quality_missing_help(v);
	if (v.part === 'option' || v.part === 'short') return m.quality_missing_option(v);
	return v.part === 'question' ? m.quality_missing_question(v) : m.quality_missing_background();
};
const ofNoQuestion = ({ number }: Values) => number === '' || number === '0';

/** What is wrong, and why it matters. */
const sentences: Record<FindingCode | PlanCode, [what: Sentence, why: Sentence]> = {
	'no-questions': [m.quality_no_questions, m.quality_no_questions_why],
	'missing-text': [missingText, m.quality_missing_text_why],
	'missing-translation': [m.quality_missing_translation, m.quality_missing_translation_why],
	'title-too-long': [m.quality_title_too_long, m.quality_title_too_long_why],
	'too-many-options': [m.quality_too_many_options, m.quality_too_many_options_why],
	'too-few-options': [
		(v) => (ofNoQuestion(v) ? m.quality_too_few_background() : m.quality_too_few_options(v)),
		m.quality_too_few_options_why
	],
	'two-in-one': [m.quality_two_in_one, m.quality_two_in_one_why],
	'missing-dont-know': [m.quality_missing_dont_know, m.quality_missing_dont_know_why],
	'background-too-fine': [m.quality_background_too_fine, m.quality_background_too_fine_why],
	'condition-not-earlier': [m.quality_condition, m.quality_condition_why],
	'condition-empty': [m.quality_condition, m.quality_condition_why],
	'condition-unknown-option': [m.quality_condition, m.quality_condition_why],
	'max-out-of-range': [m.quality_max_out_of_range, m.quality_max_out_of_range_why],
	'sensitive-unanimity': [m.quality_sensitive_unanimity, m.quality_sensitive_unanimity_why],
	'too-many-dimensions': [m.quality_too_many_dimensions, m.quality_too_many_dimensions_why],
	'duplicate-dimension': [m.quality_duplicate_dimension, m.quality_duplicate_dimension_why],
	'short-too-long': [m.quality_short_too_long, m.quality_short_too_long_why],
	'broken-form': [
		(v) => (ofNoQuestion(v) ? m.quality_broken_whole() : m.quality_broken_question(v)),
		m.quality_broken_form_why
	],
	'many-questions': [m.quality_many_questions, m.quality_many_questions_why],
	'hard-text': [
		(v) => (ofNoQuestion(v) ? m.quality_hard_intro() : m.quality_hard_text(v)),
		m.quality_hard_text_why
	],
	'hard-questionnaire': [m.quality_hard_questionnaire, m.quality_hard_questionnaire_why],
	'leading-words': [m.quality_leading_words, m.quality_leading_words_why],
	unreviewed: [
		(v) => (v.count === '1' ? m.quality_unreviewed_one(v) : m.quality_unreviewed(v)),
		(v) => (v.how === 'machine' ? m.quality_unreviewed_machine_why() : m.quality_unreviewed_why())
	],
	'dont-know-counted': [m.quality_dont_know_counted, m.quality_dont_know_counted_why],
	'scale-changed': [m.quality_scale_changed, m.quality_scale_changed_why],
	unreachable: [m.quality_unreachable, m.quality_unreachable_why],
	'condition-held': [m.quality_condition_held, m.quality_condition_held_why],
	'place-cannot-ask': [m.quality_place_cannot_ask, m.quality_place_cannot_ask_why],
	'no-dates': [m.quality_no_dates, m.quality_no_dates_why],
	'no-closing': [m.quality_no_closing, m.quality_no_closing_why],
	'no-results-date': [m.quality_no_results_date, m.quality_no_results_date_why],
	'no-pledges-date': [m.quality_no_pledges_date, m.quality_no_pledges_date_why],
	'opens-in-past': [m.quality_opens_in_past, m.quality_opens_in_past_why],
	'closes-in-past': [m.quality_closes_in_past, m.quality_closes_in_past_why],
	'closes-before-opening': [m.quality_closes_before_opening, m.quality_closes_before_opening_why],
	'results-before-closing': [m.quality_results_before_closing, m.quality_results_before_closing_why],
	'pledges-before-results': [m.quality_pledges_before_results, m.quality_pledges_before_results_why],
	'no-channel': [m.quality_no_channel, m.quality_no_channel_why],
	'sensitive-needs-strict': [m.quality_sensitive_needs_strict, m.quality_sensitive_needs_strict_why],
	'small-needs-strict': [m.quality_small_needs_strict, m.quality_small_needs_strict_why],
	'young-needs-strict': [m.quality_young_needs_strict, m.quality_young_needs_strict_why],
	'sensitive-ongoing': [m.quality_sensitive_ongoing, m.quality_sensitive_ongoing_why],
	'small-units': [m.quality_small_units, m.quality_small_units_why],
	'few-expected': [m.quality_few_expected, m.quality_few_expected_why],
	'language-not-offered': [m.quality_language_not_offered, m.quality_language_not_offered_why]
};

/** A finding in words: what is wrong, and why it matters. */
export function findingInWords(finding: AnyFinding, language: Language): { what: string; why: string } {
	const values = valuesOf(finding, language);
	const [what, why] = sentences[finding.code];
	return { what: what(values), why: why(values) };
}
