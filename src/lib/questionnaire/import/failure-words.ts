import { m } from '#lib/i18n/paraglide/messages.js';
import type { Problem } from '#lib/server/problem.ts';
import type { ProblemInWords } from '#lib/ui/form-problems.ts';
import type { FailureCode } from './import-failure.ts';

const sentences: Record<FailureCode | 'missing', (inputs: { at: string }) => string> = {
	missing: m.import_failed_missing,
	empty: m.import_failed_empty,
	'too-large': m.import_failed_too_large,
	packed: m.import_failed_packed,
	'not-text': m.import_failed_not_text,
	encoding: m.import_failed_encoding,
	'unknown-format': m.import_failed_unknown_format,
	doctype: m.import_failed_doctype,
	'too-deep': m.import_failed_too_deep,
	broken: ({ at }) => (at === '' ? m.import_failed_broken() : m.import_failed_broken_at({ at })),
	truncated: m.import_failed_truncated,
	'not-survey': m.import_failed_not_survey,
	'no-questions': m.import_failed_no_questions,
	'too-many': m.import_failed_too_many,
	'newer-version': m.import_failed_newer_version,
	'wrong-shape': m.import_failed_wrong_shape
};

const isKnown = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code);

/** Why a file was not imported, in a sentence that says what to do. */
export const failuresInWords = (problems: readonly Problem[] | undefined): ProblemInWords[] =>
	(problems ?? []).map(({ at, code, detail }) => ({
		field: at,
		text: isKnown(code) ? sentences[code]({ at: detail }) : m.import_failed_broken()
	}));
