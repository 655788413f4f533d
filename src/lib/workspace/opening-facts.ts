import { languagesToOffer } from '#lib/dialogues/plan-settings.ts';
import {
	channelNames,
	dayInWords,
	dimensionTitles,
	entryNames,
	kindNames,
	periodInWords
} from '#lib/dialogues/plan-words.ts';
import { inLanguage, isUnreviewed, languageName, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { definitionOf, titleOf } from '#lib/questionnaire/draft-content.ts';
import { questionCount, timeToAnswer } from '#lib/questionnaire/estimate.ts';
import type { Opening } from './draft-check.ts';

/** A line of the summary. */
export interface Fact {
	name: string;
	value: string;
}

/** The language's own name, and whether nobody has read through what our pages say in it. */
export const nameWithReview = (language: Language): string =>
	isUnreviewed(language)
		? m.summary_language_machine({ language: languageName(language) })
		: languageName(language);

const list = (values: readonly string[]): string => values.join(', ') || m.summary_missing();

/** What is asked, in words. */
export function questionnaireFacts({ draft, settings }: Opening, language: Language): Fact[] {
	const { content } = draft;
	const time = inLanguage(timeToAnswer(definitionOf(content)), language);
	const splits = content.background.map(({ key }) => dimensionTitles[key]()).join(', ');
	return [
		{ name: m.summary_heading(), value: titleOf(content) || m.summary_missing() },
		{
			name: m.summary_questions(),
			value: m.summary_questions_value({ count: questionCount(content), time })
		},
		{
			name: m.summary_languages(),
			value: list(languagesToOffer(content, settings).map(nameWithReview))
		},
		{ name: m.summary_background(), value: splits || m.summary_background_none() }
	];
}

/** How it is asked, in words. */
export const planFacts = ({ plan, place }: Opening, language: Language): Fact[] => [
	{ name: m.summary_place(), value: place.name },
	{ name: m.summary_kind(), value: kindNames[plan.kind]() },
	{ name: m.summary_period(), value: periodInWords(plan, language) },
	{ name: m.summary_results(), value: dayInWords(plan.resultsDueOn, language) },
	{ name: m.summary_pledges(), value: dayInWords(plan.pledgesDueOn, language) },
	{ name: m.summary_channels(), value: list(plan.channels.map((channel) => channelNames[channel]())) },
	{ name: m.summary_entry(), value: entryNames[plan.entry]() },
	{
		name: m.summary_anonymity(),
		value: plan.anonymity === 'strict' ? m.summary_anonymity_strict() : m.summary_anonymity_standard()
	}
];
