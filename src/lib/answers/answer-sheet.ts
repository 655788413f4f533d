import type { Channel } from '../dialogues/channel.ts';
import { askedAnswers } from '../questionnaire/condition.ts';
import type { AnswerProblemCode } from '../questionnaire/kinds/kind.ts';
import { parseAnswer } from '../questionnaire/question-kinds.ts';
import type {
	Answers,
	Background,
	BackgroundQuestion,
	Question,
	QuestionnaireDefinition
} from '../questionnaire/question.ts';
import type { Outcome, Problem } from '../server/problem.ts';
import { answerPath } from './answer-path.ts';

/** Everything one respondent sent at one time, checked against the questionnaire. */
export interface AnswerSheet {
	/** Without free texts: they go their own way. */
	answers: Answers;
	texts: FreeText[];
	/** Options that stand for "rather not say" are left out. */
	background: Background;
	channel: Channel;
}

export interface FreeText {
	question: string;
	text: string;
}

/** What a form or a program sent, before it is checked. */
export interface RawSheet {
	answers: Record<string, unknown>;
	background: Record<string, unknown>;
	channel: Channel;
}

/** Names that the questionnaire does not have are refused, not ignored. */
function unknownNames(at: string, raw: Record<string, unknown>, known: { key: string }[]): Problem[] {
	const keys = new Set(known.map(({ key }) => key));
	return Object.keys(raw)
		.filter((key) => !keys.has(key))
		.map((key) => ({
			at: `${at}.${key}`,
			code: `unknown-${at === 'answers' ? 'question' : 'dimension'}`,
			detail: `there is no "${key}" in this questionnaire`
		}));
}

/** What nobody who answers can have meant; it is refused in every question, asked or not. */
const foreign: readonly AnswerProblemCode[] = ['wrong-type', 'unknown-option'];

/** A rule that is broken in a question that is not asked is nothing to mend. */
function readAnswers(questions: Question[], raw: Record<string, unknown>, problems: Problem[]): Answers {
	const answers: Answers = {};
	let asked: string[] | undefined;
	for (const question of questions) {
		const { key } = question;
		const parsed = parseAnswer(question, raw[key]);
		if (parsed.ok) {
			if (parsed.value !== undefined) answers[key] = parsed.value;
			continue;
		}
		asked ??= answerPath({ questions }, raw).asked;
		if (asked.includes(key) || foreign.includes(parsed.code))
			problems.push({ at: `answers.${key}`, code: parsed.code, detail: parsed.detail });
	}
	return answers;
}

function readBackground(
	questions: BackgroundQuestion[],
	raw: Record<string, unknown>,
	problems: Problem[]
): Background {
	const background: Background = {};
	for (const { key, options } of questions) {
		const value = raw[key];
		if (value === undefined || value === null || value === '') continue;
		const option = options.find((candidate) => candidate.key === value);
		if (!option)
			problems.push({ at: `background.${key}`, code: 'unknown-option', detail: 'not one of the options' });
		else if (!option.apart) background[key] = option.key;
	}
	return background;
}

/** Takes the free texts out of the answers. */
function separateTexts(questions: Question[], answers: Answers): Pick<AnswerSheet, 'answers' | 'texts'> {
	const textKeys = new Set(questions.filter(({ kind }) => kind === 'text').map(({ key }) => key));
	const entries = Object.entries(answers);
	return {
		answers: Object.fromEntries(entries.map(([key, value]) => [key, textKeys.has(key) ? '' : value])),
		texts: entries
			.filter(([key]) => textKeys.has(key))
			.map(([question, value]) => ({ question, text: String(value) }))
	};
}

/**
 * Checks a raw sheet against the questionnaire. Answers to questions that the respondent's own answers leave out
 * are dropped. A sheet without a single answer is refused.
 */
export function checkSheet(definition: QuestionnaireDefinition, raw: RawSheet): Outcome<AnswerSheet> {
	const problems = [
		...unknownNames('answers', raw.answers, definition.questions),
		...unknownNames('background', raw.background, definition.background)
	];
	const given = readAnswers(definition.questions, raw.answers, problems);
	const background = readBackground(definition.background, raw.background, problems);
	if (problems.length > 0) return { ok: false, problems };
	const asked = askedAnswers(definition, given);
	if (Object.keys(asked).length === 0)
		return { ok: false, problems: [{ at: 'answers', code: 'empty', detail: 'no question is answered' }] };
	return {
		ok: true,
		value: { ...separateTexts(definition.questions, asked), background, channel: raw.channel }
	};
}
