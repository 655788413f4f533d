import type { Report } from './report.ts';
import { readText, type Reading } from './survey-texts.ts';
import { attribute, type Survey, type SurveyGroup, type SurveyQuestion } from './survey.ts';

/** Settings of questions that became something of ours, or that other lines of the report tell of. */
const mapped = new Set([
	'max_answers',
	'max_subquestions',
	'exclude_all_others',
	'maximum_chars',
	'other_replace_text',
	'dualscale_headera',
	'dualscale_headerb'
]);
const filters = ['array_filter', 'array_filter_exclude', 'code_filter'];
const validations = [
	'em_validation_q',
	'em_validation_sq',
	'min_answers',
	'min_num_value',
	'min_num_value_n',
	'max_num_value',
	'max_num_value_n',
	'equals_num_value',
	'num_value_int_only',
	'numbers_only',
	'date_min',
	'date_max'
];

/** Off is no setting, and neither is what is inherited from elsewhere. */
const isSet = (value: string): boolean => !['', '0', 'N', 'I', '-1', 'inherit'].includes(value);

/** Settings of one question that were not mapped; those without a line of their own are collected in `rest`. */
export function noteQuestion(report: Report, question: SurveyQuestion, rest: Map<string, string[]>): void {
	const { code } = question;
	if (question.mandatory) report.note('mandatory', code);
	if (question.hasDefault) report.note('default', code);
	if (question.validation !== '') report.note('validation', code, question.validation.slice(0, 300));
	for (const name of question.attributes.keys()) {
		const value = attribute(question, name);
		if (!isSet(value) || mapped.has(name)) continue;
		const line = `${name} = ${value}`.slice(0, 300);
		if (name === 'hidden') report.note('never-shown', code, line);
		else if (filters.includes(name)) report.note('filter', code, line);
		else if (validations.includes(name)) report.note('validation', code, line);
		else if (name === 'slider_layout') report.note('slider', code);
		else rest.set(name, [...(rest.get(name) ?? []), code]);
	}
}

/** Headings of groups, which we do not have: what stood there. */
export function noteGroup(reading: Reading, group: SurveyGroup): void {
	if (group.isRandom) reading.report.note('attribute', 'randomization_group', group.id);
	const name = readText(reading, group.name.get(reading.base) ?? '', '');
	const text = readText(reading, group.text.get(reading.base) ?? '', name);
	if (name !== '' || text !== '') reading.report.note('group', name, text.slice(0, 500));
}

/** Texts that become the questionnaire's own, or that are no texts. */
const ownTexts = /^surveyls_(title|description|welcometext|language|survey_id|dateformat|numberformat)$/;

function noteTexts(reading: Reading, survey: Survey): void {
	const mails: string[] = [];
	for (const [name, texts] of survey.texts) {
		const raw = texts.get(survey.base) ?? [...texts.values()][0] ?? '';
		if (ownTexts.test(name) || raw.trim() === '') continue;
		if (name.includes('email') || name.includes('attachment')) mails.push(name);
		else reading.report.note('survey-text', name, readText(reading, raw, name).slice(0, 500));
	}
	if (mails.length > 0) reading.report.note('mail', '', mails.join(', '));
}

/** What identifies the survey rather than sets it. */
const noSettings = new Set(['sid', 'gsid', 'owner_id', 'language', 'additional_languages', 'datecreated']);

/** What is set for the survey as a whole, and was not mapped. */
export function noteSurvey(reading: Reading, survey: Survey, rest: ReadonlyMap<string, string[]>): void {
	const { report } = reading;
	noteTexts(reading, survey);
	for (const quota of survey.quotas) report.note('quota', quota);
	if (survey.assessments > 0) report.note('assessment', '', String(survey.assessments));
	for (const [kind, count] of survey.unknownRows) report.note('row', kind, String(count));
	for (const [name, codes] of rest) report.note('attribute', name, codes.join(', '));
	const set = [...survey.settings].filter(([name, value]) => !noSettings.has(name) && isSet(value.trim()));
	if (set.length > 0) report.note('survey-setting', '', set.map(([name]) => name).join(', '));
}
