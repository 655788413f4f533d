import { listAny } from '#lib/format/list.ts';
import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { mostChoices } from '#lib/questionnaire/kinds/choices.ts';
import { ranksAsked } from '#lib/questionnaire/kinds/ranking.ts';
import { mostCharacters } from '#lib/questionnaire/kinds/text.ts';
import type { Option, Question, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';

/** Characters that fit on a line written by hand, and most lines. */
const charactersPerLine = 60;
const mostLines = 6;

/** From so many options on they stand in two columns, so that a question stays on its page. */
const manyOptions = 9;

/** Background questions are short and stand closer. */
const fewOptions = 4;

/** One thing to tick. */
export interface PaperOption {
	key: string;
	text: string;
}

/** A question as it is printed. */
export interface PaperQuestion {
	key: string;
	text: string;
	/** Who should answer it at all; empty for everybody. */
	condition: string;
	/** How to answer, in words. */
	hints: string[];
	options: PaperOption[];
	/** The numbers to tick beside each option of a ranking; none for other kinds. */
	ranks: number[];
	/** Lines to write on. */
	lines: number;
	columns: 1 | 2;
	/** Few enough to stand on one line. */
	beside: boolean;
}

/** A whole form in one language. */
export interface PaperForm {
	language: Language;
	intro: string;
	/** In order; they are numbered from 1. */
	questions: PaperQuestion[];
	background: PaperQuestion[];
}

const optionsIn = (options: readonly Option[], language: Language): PaperOption[] =>
	options.map(({ key, text }) => ({ key, text: inLanguage(text, language) }));

const rankingHints = { 1: m.paper_ranking_1, 2: m.paper_ranking_2, 3: m.paper_ranking_3 };

function howTo(question: Question, language: Language): string {
	const locale = { locale: language };
	if (question.kind === 'text') return m.paper_write({}, locale);
	if (question.kind === 'ranking')
		return rankingHints[ranksAsked(question) as keyof typeof rankingHints]({}, locale);
	if (question.kind !== 'choices') return m.paper_one({}, locale);
	const max = mostChoices(question);
	return max < question.options.length ? m.paper_most({ max }, locale) : m.paper_any({}, locale);
}

function hintsOf(question: Question, language: Language): string[] {
	const locale = { locale: language };
	// That "don't know" stands alone needs no words.
	const alone =
		question.kind === 'choices' && question.options.find(({ exclusive, apart }) => exclusive && !apart);
	return [
		question.help && inLanguage(question.help, language),
		howTo(question, language),
		alone && m.paper_exclusive({ option: inLanguage(alone.text, language) }, locale),
		question.unanimityShown && m.answer_unanimity({}, locale)
	].filter((hint) => typeof hint === 'string');
}

/** "Answer only if …", by the printed number of the question it hangs on, in the way that names fewer options. */
function conditionOf({ showIf }: Question, questions: readonly Question[], language: Language): string {
	const index = questions.findIndex(({ key }) => key === showIf?.question);
	const earlier = questions[index];
	if (!showIf || !earlier) return '';
	const locale = { locale: language };
	const wanted = earlier.options.filter(({ key }) => showIf.anyOf.includes(key));
	const others = earlier.options.filter(({ key }) => !showIf.anyOf.includes(key));
	const inverted = others.length > 0 && others.length < wanted.length;
	const quoted = optionsIn(inverted ? others : wanted, language).map(({ text }) =>
		m.paper_quote({ text }, locale)
	);
	const options = listAny(quoted, language);
	const words = { options, number: index + 1 };
	return inverted ? m.paper_only_if_other(words, locale) : m.paper_only_if(words, locale);
}

const linesFor = (question: Question): number =>
	question.kind === 'text' ? Math.min(mostLines, Math.ceil(mostCharacters(question) / charactersPerLine)) : 0;

/** A published questionnaire as it is printed in `language`: the same questions and options, how to answer in words. */
export const paperForm = (definition: QuestionnaireDefinition, language: Language): PaperForm => ({
	language,
	intro: definition.intro ? inLanguage(definition.intro, language) : '',
	questions: definition.questions.map((question) => ({
		key: question.key,
		text: inLanguage(question.text, language),
		condition: conditionOf(question, definition.questions, language),
		hints: hintsOf(question, language),
		options: optionsIn(question.options, language),
		ranks:
			question.kind === 'ranking'
				? Array.from({ length: ranksAsked(question) }, (_, index) => index + 1)
				: [],
		lines: linesFor(question),
		columns: question.options.length < manyOptions ? 1 : 2,
		beside: false
	})),
	background: definition.background.map(({ key, text, options }) => ({
		key,
		text: inLanguage(text, language),
		condition: '',
		hints: [],
		options: optionsIn(options, language),
		ranks: [],
		lines: 0,
		columns: options.length > fewOptions ? 2 : 1,
		beside: options.length <= fewOptions
	}))
});
