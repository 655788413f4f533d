import { anonymityMeaning, type AnonymityMeaning } from '#lib/dialogues/anonymity-meaning.ts';
import { settingsOfPlan } from '#lib/dialogues/plan-settings.ts';
import { entries } from '#lib/dialogues/plan.ts';
import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { titleOf } from '#lib/questionnaire/draft-content.ts';
import { chosenGroups, groupsToChoose, withGroups } from '#lib/questionnaire/target-groups.ts';
import { askedPopulation, type Opening } from '#lib/workspace/draft-check.ts';

/** What each choice of anonymity and entry means in the place, by `<anonymity> <entry>`. */
function meaningsOf(opening: Opening): Record<string, AnonymityMeaning> {
	const population = askedPopulation(opening);
	const choices = (['standard', 'strict'] as const).flatMap((anonymity) =>
		entries.map((entry) => ({ anonymity, entry }))
	);
	return Object.fromEntries(
		choices.map((choice) => [
			`${choice.anonymity} ${choice.entry}`,
			anonymityMeaning({
				content: opening.draft.content,
				population,
				settings: settingsOfPlan(choice, opening.settings)
			})
		])
	);
}

/** What the page about how a draft is going to be asked shows. */
export function planPage(opening: Opening, language: Language) {
	const { draft, plan, place } = opening;
	const { background } = draft.content;
	const chosen = chosenGroups(background);
	const groups = groupsToChoose(background).map(({ key, text }) => ({
		key,
		text: inLanguage(text, language),
		chosen: chosen.includes(key)
	}));
	const all = groups.map(({ key }) => key);
	return {
		draftId: draft.id,
		title: titleOf(draft.content),
		placeName: place.name,
		plan,
		groups,
		groupsReplaceGender:
			background.some(({ key }) => key === 'gender') &&
			!withGroups(background, all).some(({ key }) => key === 'gender'),
		meanings: meaningsOf(opening)
	};
}
