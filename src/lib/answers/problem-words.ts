import { m } from '../i18n/paraglide/messages.js';
import { answerField, backgroundField } from '../questionnaire/form-fields.ts';
import type { Problem } from '../server/problem.ts';
import type { AnswerPage, PageQuestion } from './answer-page.ts';

/** A problem as the person who answers reads it, and the field to mend. */
export interface ProblemInWords {
	text: string;
	/** Id of the first input of the question. */
	field?: string;
	/** Key of the question. */
	question?: string;
}

/** The id of a question's first input. */
export const fieldId = (name: string): string => name.replaceAll('.', '-');

/** The id of the field for the one-time code. */
export const codeFieldId = 'code';

const codeTexts: Record<string, () => string> = {
	'code-missing': m.answer_problem_code_missing,
	'code-unknown': m.answer_problem_code_unknown,
	'code-used': m.answer_problem_code_used
};

/** What concerns the sheet as a whole, by code. */
const wholeTexts: Record<string, (values: { time: string }) => string> = {
	'wrong-version': m.answer_problem_version,
	'unknown-question': m.answer_problem_unknown_question,
	'unknown-dimension': m.answer_problem_unknown_question,
	'not-yet': m.answer_problem_soon,
	'not-open': m.answer_problem_closed,
	'too-many': m.answer_problem_unavailable,
	'proof-needed': m.answer_problem_wait,
	hasty: m.answer_problem_hasty,
	unavailable: m.answer_problem_unavailable
};

/** How "Choose up to five" begins in the page's language. */
const limitBegins = (): string => m.answer_choose_most({ max: '' }).replace(/[ .]+$/, '');

/** Whether the question's own words end with how many may be chosen. */
export const saysLimit = (text: string): boolean => text.includes(limitBegins());

const withoutLimit = (text: string): string =>
	saysLimit(text) ? text.slice(0, text.lastIndexOf(limitBegins())).trim() || text : text;

function answerText(code: string, { text, most, options }: PageQuestion): string {
	if (code === 'too-many') return m.answer_problem_too_many({ max: most, question: withoutLimit(text) });
	if (code === 'too-long') return m.answer_problem_too_long({ max: most, question: text });
	if (code === 'duplicate') return m.answer_problem_duplicate({ question: text });
	if (code === 'exclusive') {
		const option = options.find(({ exclusive }) => exclusive)?.text ?? '';
		return m.answer_problem_exclusive({ option, question: text });
	}
	return m.answer_problem_unknown_option({ question: text });
}

/** The id of the first field of a question. */
export const questionFieldId = ({ key, kind }: Pick<PageQuestion, 'key' | 'kind'>): string =>
	fieldId(answerField(key, kind === 'ranking' ? 1 : undefined));

function inWords({ at, code }: Problem, page: AnswerPage, time: string): ProblemInWords {
	const [room, key] = at.split('.');
	const question = page.questions.find((candidate) => candidate.key === key);
	if (room === 'answers' && question) {
		return { text: answerText(code, question), field: questionFieldId(question), question: question.key };
	}
	const background = page.background.find((candidate) => candidate.key === key);
	if (room === 'background' && background) {
		const text = m.answer_problem_unknown_option({ question: background.text });
		return { text, field: fieldId(backgroundField(background.key)) };
	}
	const codeText = codeTexts[code];
	if (codeText) return { text: codeText(), field: codeFieldId };
	const first = page.questions[0];
	if (code === 'empty' && first) return { text: m.answer_problem_empty(), field: questionFieldId(first) };
	return { text: (wholeTexts[code] ?? m.answer_problem_other)({ time }) };
}

/**
 * The problems of a refused sheet in the page's language, each with the field to mend where there is one.
 * @param time when it can be sent again, where one has to wait
 */
export function problemsInWords(problems: readonly Problem[], page: AnswerPage, time = ''): ProblemInWords[] {
	const words = problems.map((problem) => inWords(problem, page, time));
	return words.filter(({ text }, index) => words.findIndex((other) => other.text === text) === index);
}
