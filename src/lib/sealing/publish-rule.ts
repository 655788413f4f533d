import { sensitiveRule, type AnonymitySettings } from '#lib/dialogues/settings.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { answeredIn, anyText, noAnswer, type Histogram } from './histogram.ts';

/** What a sum of blocks must fulfil before its answers to a question are published. */
export interface QuestionRule {
	/** Least number of sheets, and of sheets with an answer. */
	crowd: number;
	/** How many people may know their own answers without learning anybody else's. */
	insiders: number;
	/** Sensitive questions are released once. */
	onlyAtClosing: boolean;
	/** Respondents were told that it shows when everybody answers alike. */
	unanimityShown: boolean;
	/**
	 * The earlier question that decides whether this one is asked. Who answers this one has answered that one so
	 * and so; therefore this one is published only for sums of blocks that were published whole for that one.
	 */
	follows: string | null;
}

/** Least crowd where unanimity may show. */
const leastUnanimousCrowd = 10;

/** The rule of a question in a dialogue; the design's defaults for sensitive questions go before everything else. */
export function ruleOf(
	question: Question,
	settings: Pick<AnonymitySettings, 'crowd' | 'insiders'>
): QuestionRule {
	const sensitive = question.sensitive === true;
	const unanimityShown = question.unanimityShown === true && !sensitive;
	const least = sensitive ? sensitiveRule.crowd : unanimityShown ? leastUnanimousCrowd : 0;
	return {
		crowd: Math.max(settings.crowd, least),
		insiders: Math.max(settings.insiders, sensitive ? sensitiveRule.insiders : 0),
		onlyAtClosing: sensitive,
		unanimityShown,
		follows: question.showIf?.question ?? null
	};
}

/** Question key → its rule, in the order of the questionnaire. */
export const rulesOf = (
	questions: readonly Question[],
	settings: Pick<AnonymitySettings, 'crowd' | 'insiders'>
): Map<string, QuestionRule> =>
	new Map(questions.map((question) => [question.key, ruleOf(question, settings)]));

/**
 * Whether the histogram may be published: a crowd of sheets, a crowd of answers, and for every option, no answer
 * among them, more people who answered otherwise than there may be insiders. A blank sheet is no cover for an
 * option, as it may be known who answered. The caller tosses the coin.
 */
export function meetsRule(histogram: Histogram, rule: QuestionRule): boolean {
	const answered = answeredIn(histogram);
	if (histogram.sheets < rule.crowd || answered < rule.crowd) return false;
	const hasCover = ([option, against]: [string, number]) =>
		Math.min(against, histogram.cover ? (histogram.cover[option] ?? 0) : against) > rule.insiders;
	return hasCover([noAnswer, answered]) && (rule.unanimityShown || againstEach(histogram).every(hasCover));
}

/** Per option that somebody chose, the sheets that answered otherwise. A text's only option is to have written one. */
function againstEach(histogram: Histogram): [string, number][] {
	const chosen = Object.entries(histogram.counts);
	if (chosen.length === 0) return [[anyText, histogram.skipped]];
	return chosen.map(([option, count]) => [option, answeredIn(histogram) - count]);
}
