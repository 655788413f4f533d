import { inLanguage, type Language } from '../i18n/languages.ts';
import type { Option, Question } from '../questionnaire/question.ts';
import type { Histogram } from '../sealing/histogram.ts';
import type { ResultOption, ResultQuestion } from './public-result.ts';
import { rankCounts } from './rank.ts';

/** What is published of one question inside a filter. */
export interface PublishedAnswers {
	/** Sealed sheets inside the filter; null when the filter has none to show. */
	sheets: number | null;
	/** The sum of what is published; of no sheets when nothing is. */
	histogram: Histogram;
}

const texts = (option: Option, language: Language) => ({
	key: option.key,
	text: inLanguage(option.text, language)
});

function hiddenOption(question: Question, option: Option, language: Language): ResultOption {
	return {
		...texts(option, language),
		count: null,
		hidden: true,
		share: null,
		rank: null,
		tied: false,
		...(option.apart ? { apart: true as const } : {}),
		...(question.kind === 'ranking' ? { first: null } : {})
	};
}

function hiddenQuestion(question: Question, sheets: number | null, language: Language): ResultQuestion {
	return {
		key: question.key,
		version: question.version,
		kind: question.kind,
		text: inLanguage(question.text, language),
		n: null,
		hidden: true,
		skipped: null,
		withheld: sheets,
		base: null,
		options: question.options.map((option) => hiddenOption(question, option, language))
	};
}

function shownOptions(
	question: Question,
	{ histogram, base }: { histogram: Histogram; base: number },
	language: Language
): ResultOption[] {
	const count = (option: Option) => histogram.counts[option.key] ?? 0;
	const compared = question.options.filter((option) => !option.apart);
	const ranks = rankCounts(compared.map(count), base);
	return question.options.map((option) => {
		const rank = ranks[compared.indexOf(option)];
		return {
			...texts(option, language),
			count: count(option),
			share: option.apart || base === 0 ? null : count(option) / base,
			rank: rank?.rank ?? null,
			tied: rank?.tied ?? false,
			...(option.apart ? { apart: true as const } : {}),
			...(question.kind === 'ranking' ? { first: histogram.first?.[option.key] ?? 0 } : {})
		};
	});
}

/**
 * The public numbers of one question: n + skipped + withheld is always the number of sealed sheets, and what may
 * not be shown is null with `hidden`, never 0. Shares are of the respondents who did not choose an option that
 * stands apart ("don't know"; such an option is always chosen alone).
 */
export function tallyQuestion(
	question: Question,
	{ sheets, histogram }: PublishedAnswers,
	language: Language
): ResultQuestion {
	if (sheets === null || histogram.sheets === 0) return hiddenQuestion(question, sheets, language);
	const n = histogram.sheets - histogram.skipped;
	const apart = question.options
		.filter((option) => option.apart)
		.reduce((sum, option) => sum + (histogram.counts[option.key] ?? 0), 0);
	const base = Math.max(0, n - apart);
	return {
		key: question.key,
		version: question.version,
		kind: question.kind,
		text: inLanguage(question.text, language),
		n,
		skipped: histogram.skipped,
		withheld: sheets - histogram.sheets,
		base,
		options: shownOptions(question, { histogram, base }, language)
	};
}
