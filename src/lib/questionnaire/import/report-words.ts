import { languageName } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { ReportCode, ReportLine } from './report.ts';

/** What the report calls each thing, and what a coordinator needs to know of it. */
export const reportWords: Record<ReportCode, { title: () => string; text: () => string }> = {
	'no-swedish': { title: m.import_report_no_swedish_title, text: m.import_report_no_swedish },
	'left-display': { title: m.import_report_left_display_title, text: m.import_report_left_display },
	'left-table': { title: m.import_report_left_table_title, text: m.import_report_left_table },
	'left-equation': { title: m.import_report_left_equation_title, text: m.import_report_left_equation },
	'left-upload': { title: m.import_report_left_upload_title, text: m.import_report_left_upload },
	'left-language': { title: m.import_report_left_language_title, text: m.import_report_left_language },
	'left-unknown': { title: m.import_report_left_unknown_title, text: m.import_report_left_unknown },
	condition: { title: m.import_report_condition_title, text: m.import_report_condition },
	'condition-partly': {
		title: m.import_report_condition_partly_title,
		text: m.import_report_condition_partly
	},
	'condition-skipped': {
		title: m.import_report_condition_skipped_title,
		text: m.import_report_condition_skipped
	},
	'condition-off': { title: m.import_report_condition_off_title, text: m.import_report_condition_off },
	'never-shown': { title: m.import_report_never_shown_title, text: m.import_report_never_shown },
	filter: { title: m.import_report_filter_title, text: m.import_report_filter },
	validation: { title: m.import_report_validation_title, text: m.import_report_validation },
	comment: { title: m.import_report_comment_title, text: m.import_report_comment },
	piping: { title: m.import_report_piping_title, text: m.import_report_piping },
	links: { title: m.import_report_links_title, text: m.import_report_links },
	default: { title: m.import_report_default_title, text: m.import_report_default },
	'survey-text': { title: m.import_report_survey_text_title, text: m.import_report_survey_text },
	group: { title: m.import_report_group_title, text: m.import_report_group },
	quota: { title: m.import_report_quota_title, text: m.import_report_quota },
	assessment: { title: m.import_report_assessment_title, text: m.import_report_assessment },
	language: { title: m.import_report_language_title, text: m.import_report_language },
	row: { title: m.import_report_row_title, text: m.import_report_row },
	matrix: { title: m.import_report_matrix_title, text: m.import_report_matrix },
	'several-fields': { title: m.import_report_several_fields_title, text: m.import_report_several_fields },
	number: { title: m.import_report_number_title, text: m.import_report_number },
	date: { title: m.import_report_date_title, text: m.import_report_date },
	slider: { title: m.import_report_slider_title, text: m.import_report_slider },
	gender: { title: m.import_report_gender_title, text: m.import_report_gender },
	other: { title: m.import_report_other_title, text: m.import_report_other },
	ranks: { title: m.import_report_ranks_title, text: m.import_report_ranks },
	'scale-direction': { title: m.import_report_scale_direction_title, text: m.import_report_scale_direction },
	'text-limit': { title: m.import_report_text_limit_title, text: m.import_report_text_limit },
	cut: { title: m.import_report_cut_title, text: m.import_report_cut },
	'options-cut': { title: m.import_report_options_cut_title, text: m.import_report_options_cut },
	'empty-text': { title: m.import_report_empty_text_title, text: m.import_report_empty_text },
	'empty-option': { title: m.import_report_empty_option_title, text: m.import_report_empty_option },
	'few-options': { title: m.import_report_few_options_title, text: m.import_report_few_options },
	'standard-answers': {
		title: m.import_report_standard_answers_title,
		text: m.import_report_standard_answers
	},
	translation: { title: m.import_report_translation_title, text: m.import_report_translation },
	mandatory: { title: m.import_report_mandatory_title, text: m.import_report_mandatory },
	attribute: { title: m.import_report_attribute_title, text: m.import_report_attribute },
	mail: { title: m.import_report_mail_title, text: m.import_report_mail },
	'survey-setting': { title: m.import_report_survey_setting_title, text: m.import_report_survey_setting },
	encoding: { title: m.import_report_encoding_title, text: m.import_report_encoding }
};

/** A part of the report under its own heading. */
export interface ReportPart {
	title: () => string;
	codes: readonly ReportCode[];
	/** Long lists that few people read: they are folded away. */
	isFolded?: true;
}

/** What a coordinator does with the lines: mends, misses, checks, or only knows. */
export const reportParts: readonly ReportPart[] = [
	{
		title: m.import_report_todo,
		codes: [
			...(['no-swedish', 'translation', 'standard-answers', 'encoding', 'condition-off', 'piping'] as const),
			...(['scale-direction', 'few-options', 'empty-text', 'empty-option'] as const)
		]
	},
	{
		title: m.import_report_left,
		codes: [
			...(['left-display', 'left-table', 'left-equation', 'left-upload', 'left-language'] as const),
			...(['left-unknown', 'condition', 'condition-partly', 'filter', 'validation', 'comment'] as const),
			...(['options-cut', 'cut', 'links', 'default', 'survey-text', 'group', 'quota', 'assessment'] as const),
			...(['language', 'row'] as const)
		]
	},
	{
		title: m.import_report_changed,
		codes: [
			...(['matrix', 'several-fields', 'number', 'date', 'slider', 'gender', 'other', 'ranks'] as const),
			...(['text-limit', 'condition-skipped', 'never-shown'] as const)
		]
	},
	{ title: m.import_report_know, isFolded: true, codes: ['mandatory', 'attribute', 'mail', 'survey-setting'] }
];

/** What a number in a line counts; one of it is called otherwise. */
const counted: Partial<Record<ReportCode, (inputs: { count: string }) => string>> = {
	matrix: (count) => (count.count === '1' ? m.import_what_question() : m.import_what_questions(count)),
	'several-fields': (count) =>
		count.count === '1' ? m.import_what_question() : m.import_what_questions(count),
	translation: (count) => (count.count === '1' ? m.import_what_text() : m.import_what_texts(count)),
	ranks: m.import_what_ranks,
	cut: m.import_what_characters,
	'text-limit': m.import_what_characters,
	'options-cut': m.import_what_options,
	assessment: m.import_what_rules,
	row: m.import_what_rules
};

/** Texts of the survey as a whole, by LimeSurvey's names. */
const textNames: Record<string, () => string> = {
	surveyls_title: m.import_text_title,
	surveyls_description: m.import_text_welcome,
	surveyls_welcometext: m.import_text_welcome,
	surveyls_endtext: m.import_text_end,
	surveyls_policy_notice: m.import_text_policy,
	surveyls_policy_notice_label: m.import_text_policy,
	surveyls_policy_error: m.import_text_policy,
	surveyls_url: m.import_text_url,
	surveyls_urldescription: m.import_text_url
};

const ofLanguages: readonly ReportCode[] = ['translation', 'standard-answers'];
/** What stands in these lines tells a coordinator nothing more. */
const untold: readonly ReportCode[] = ['no-swedish', 'encoding', 'mail'];

function nameOf({ at, code }: ReportLine): string {
	if (ofLanguages.includes(code)) return languageName(at);
	return Object.hasOwn(textNames, at) ? textNames[at]!() : at;
}

/** A line in words: what it concerns, and what was there. Both may be empty. */
export function lineInWords(line: ReportLine): { at: string; what: string } {
	const { at, code, what } = line;
	const more = /^\+(\d+)$/.exec(what)?.[1];
	if (at === '' && more !== undefined) return { at: '', what: m.import_more({ count: more }) };
	if (untold.includes(code)) return { at: '', what: '' };
	return { at: nameOf(line), what: counted[code]?.({ count: what }) ?? what };
}
