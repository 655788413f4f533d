import { formatDay } from '../format/date.ts';
import { formatNumber } from '../format/number.ts';
import { formatPercent } from '../format/percent.ts';
import type { Language } from '../i18n/languages.ts';
import type { QuestionKind } from '../questionnaire/question.ts';
import { findingOf, findingQuestion } from './finding.ts';
import type { Result, ResultOption, ResultQuestion } from './public-result.ts';
import { fill, type ViewSetup, type Words } from './words.ts';

/** One option as it is shown. */
export interface RowView {
	key: string;
	label: string;
	/** Empty when the options of the question are not ranked. */
	rank: string;
	/** Empty when hidden. */
	count: string;
	share: string;
	first: string;
	/** Length of the bar, 0–100. */
	percent: number;
	note: string;
	/** Drawn in the stronger colour. */
	top: boolean;
	hidden: boolean;
	apart: boolean;
}

/** One question as it is shown; texts are empty when there is nothing to say. */
export interface QuestionView {
	key: string;
	kind: QuestionKind;
	text: string;
	/** Nothing of it may be shown: only `missing` is. */
	hidden: boolean;
	/** How to read the numbers. */
	base: string;
	/** In the order they are shown; options that stand apart last. */
	rows: RowView[];
	/** What is missing and why, in words. */
	missing: string;
}

/** A result in words and lengths: the page and the script that keeps it up to date show exactly this. */
export interface ResultView {
	/** Something has been published, whatever the filter lets through. */
	hasRelease: boolean;
	heading: string;
	lead: string;
	answered: string;
	/** Whom the result is about, and whom it need not be about. */
	caveat: string;
	/** Why there are no numbers; empty when there are. */
	nothing: string;
	notSplit: string;
	state: string;
	/** The question of the heading first, then in the order they were asked. */
	questions: QuestionView[];
}

const ranked: readonly QuestionKind[] = ['choices', 'ranking', 'place'];

/** What a row needs besides its numbers. */
export interface RowSetup {
	language: Language;
	words: Pick<Words, 'optionHidden' | 'tied'>;
}

function rowView(option: ResultOption, kind: QuestionKind, { language, words }: RowSetup): RowView {
	const number = (value: number | null | undefined) => (value == null ? '' : formatNumber(value, language));
	const isRanked = ranked.includes(kind);
	const hidden = option.count === null;
	return {
		key: option.key,
		label: option.text,
		rank: option.apart || !isRanked ? '' : hidden ? '–' : String(option.rank),
		count: number(option.count),
		share: option.share === null ? '' : formatPercent(option.share, language),
		first: number(option.first),
		percent: Math.round((option.share ?? 0) * 1000) / 10,
		note: hidden ? words.optionHidden : isRanked && option.tied && option.count! > 0 ? words.tied : '',
		top: option.rank !== null && option.rank <= (isRanked ? 3 : 1),
		hidden,
		apart: option.apart === true
	};
}

function inOrder({ kind, options }: ResultQuestion): ResultOption[] {
	const compared = options.filter((option) => !option.apart);
	if (ranked.includes(kind)) compared.sort((a, b) => (b.count ?? -1) - (a.count ?? -1));
	return [...compared, ...options.filter((option) => option.apart)];
}

/** The options of a question as rows, in the order they are shown. */
export const rowViews = (question: ResultQuestion, setup: RowSetup): RowView[] =>
	inOrder(question).map((option) => rowView(option, question.kind, setup));

function baseText({ kind, base, n }: ResultQuestion, { language, words }: ViewSetup): string {
	if (base === null || n === null) return '';
	const template = { ranking: words.baseRanking, choices: words.baseChoices, text: words.texts }[
		kind as string
	];
	return fill(template ?? words.base, { count: formatNumber(kind === 'text' ? n : base, language) });
}

function missingText(question: ResultQuestion, closed: boolean, setup: ViewSetup): string {
	const { skipped, withheld, n, meeting, meetingNotSplit } = question;
	const { language, words } = setup;
	const say = (template: string, count: number | null | undefined) =>
		count ? fill(template, { count: formatNumber(count, language) }) : '';
	if (n === null) return closed ? words.questionHiddenClosed : words.questionHidden;
	return [
		say(words.meeting, meeting),
		say(words.skipped, skipped),
		say(closed ? words.withheldClosed : words.withheld, withheld),
		say(words.meetingNotSplit, meetingNotSplit)
	]
		.filter(Boolean)
		.join(' ');
}

const questionView = (question: ResultQuestion, closed: boolean, setup: ViewSetup): QuestionView => ({
	key: question.key,
	kind: question.kind,
	text: question.text,
	hidden: question.n === null,
	base: baseText(question, setup),
	rows: rowViews(question, setup),
	missing: missingText(question, closed, setup)
});

function nothingText({ n, seq, state }: Result, { words, filtered }: ViewSetup): string {
	if (n !== null) return '';
	if (state === 'scheduled') return words.nothingScheduled;
	if (seq > 0 && filtered) return words.nothingHere;
	return state === 'closed' ? words.nothingClosed : words.nothingYet;
}

/** Puts a result into words, shares into lengths and options into order. */
export function resultView(result: Result, setup: ViewSetup): ResultView {
	const { words, language } = setup;
	const finding = findingOf(result, setup);
	const closed = result.state === 'closed';
	const count = (value: number) => ({ count: formatNumber(value, language) });
	return {
		hasRelease: result.seq > 0,
		heading: finding?.heading ?? (result.n === null ? words.headingNothing : words.heading),
		lead: finding?.lead ?? '',
		answered: result.n === null ? '' : fill(words.answered, count(result.n)),
		caveat: result.n === null ? '' : words.caveat,
		nothing: nothingText(result, setup),
		notSplit: result.notSplit === 0 ? '' : fill(words.notSplit, count(result.notSplit)),
		state: { scheduled: '', open: words.stateOpen, closed: words.stateClosed }[result.state],
		questions: [...new Set([findingQuestion(result), ...result.questions])]
			.filter((question) => question !== undefined)
			.map((question) => questionView(question, closed, setup))
	};
}

/** When and as what the numbers were published; empty before the first release. */
export const releaseText = (seq: number, day: string | Date, { words, language }: ViewSetup): string =>
	seq === 0 ? '' : fill(words.release, { seq: String(seq), day: formatDay(day, language) });
