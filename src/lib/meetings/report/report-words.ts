import { m } from '#lib/i18n/paraglide/messages.js';

/** What is wrong with what was added to a report, by place and code. */
export const reportProblemSentences: Readonly<Record<string, () => string>> = {
	'conclusions too-long': m.report_problem_too_long,
	'photo too-large': m.report_problem_photo_large,
	'photo unknown-type': m.report_problem_photo_type,
	'photo too-many': m.report_problem_photo_many,
	'alternativeText missing': m.report_problem_photo_text
};
