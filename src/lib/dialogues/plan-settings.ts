import { languages, sourceLanguage, type Language } from '#lib/i18n/languages.ts';
import type { PlaceSettings } from '#lib/places/settings.ts';
import { completeness } from '#lib/questionnaire/draft-texts.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import type { DialoguePlan } from './plan.ts';
import { defaultSettings, type AnonymitySettings } from './settings.ts';

type Thresholds = Pick<PlaceSettings, 'openLink' | 'meeting'>;

function defaultsOf({ anonymity, entry }: Pick<DialoguePlan, 'anonymity' | 'entry'>): AnonymitySettings {
	if (anonymity === 'strict') return defaultSettings.strict;
	// Codes make each answer a person of its own, as in a hall; nobody sits and waits for the numbers.
	if (entry === 'codes')
		return { ...defaultSettings.meeting, sealEverySeconds: defaultSettings.openLink.sealEverySeconds };
	return defaultSettings.openLink;
}

/** Colleagues know each other: a unit is told apart only when at least this many of it have answered. */
const leastUnit = 10;

/**
 * How a planned dialogue's answers will be sealed: the design's own figures, raised to those of the place. Among staff
 * and partners, units with fewer than ten answers are sealed without the unit's name, so that they are merged.
 */
export function settingsOfPlan(
	plan: Pick<DialoguePlan, 'anonymity' | 'entry'> & Partial<Pick<DialoguePlan, 'kind'>>,
	place: Thresholds
): AnonymitySettings {
	const defaults = defaultsOf(plan);
	const least = plan.entry === 'codes' && plan.anonymity === 'standard' ? place.meeting : place.openLink;
	return {
		...defaults,
		sources: plan.entry === 'codes' ? 'each' : 'distinct',
		crowd: Math.max(
			defaults.crowd,
			least.crowd,
			plan.kind === 'staff' || plan.kind === 'partner' ? leastUnit : 0
		),
		insiders: Math.max(defaults.insiders, least.insiders)
	};
}

/**
 * The languages that residents will be offered: those that the draft is meant for, that are complete, that our own pages
 * have and that the place offers. Swedish always.
 */
export const languagesToOffer = (
	content: DraftContent,
	place: Pick<PlaceSettings, 'languages'>
): Language[] =>
	languages.filter((language) => {
		if (language === sourceLanguage) return true;
		const { translated, total } = completeness(content, language);
		return content.languages.includes(language) && place.languages.includes(language) && translated === total;
	});

/** The languages of a draft that residents will not be offered though they are complete or on the way. */
export const languagesNotOffered = (
	content: DraftContent,
	place: Pick<PlaceSettings, 'languages'>
): string[] =>
	content.languages.filter(
		(language) =>
			language !== sourceLanguage &&
			!((languages as readonly string[]).includes(language) && place.languages.includes(language as Language))
	);
