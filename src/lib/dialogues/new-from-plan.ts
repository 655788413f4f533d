import type { PlaceSettings } from '#lib/places/settings.ts';
import { definitionOf } from '#lib/questionnaire/draft-content.ts';
import type { Draft } from '#lib/questionnaire/draft.ts';
import type { Texts } from '#lib/i18n/languages.ts';
import type { NewDialogue } from './new-dialogue.ts';
import { dayOf } from './period.ts';
import { languagesToOffer, settingsOfPlan } from './plan-settings.ts';
import type { DialoguePlan } from './plan.ts';

interface Planned {
	draft: Pick<Draft, 'placeCode' | 'content'>;
	plan: DialoguePlan;
	settings: PlaceSettings;
	now: Date;
}

/**
 * The dialogue that a plan without faults becomes, asking a published version. The title goes along in the languages
 * that are offered.
 */
export function newDialogueFrom(
	{ draft, plan, settings, now }: Planned,
	{ questionnaireId, version }: Pick<NewDialogue, 'questionnaireId' | 'version'>
): NewDialogue {
	const languages = languagesToOffer(draft.content, settings);
	const written = definitionOf(draft.content).title;
	const title: Texts = { sv: written.sv.trim() };
	for (const language of languages) title[language] = written[language]!.trim();
	return {
		title,
		placeCode: draft.placeCode,
		kind: plan.kind,
		questionnaireId,
		version,
		opensOn: plan.opensOn || dayOf(now),
		closesOn: plan.closesOn,
		resultsDueOn: plan.resultsDueOn,
		pledgesDueOn: plan.pledgesDueOn,
		channels: plan.channels,
		languages,
		settings: settingsOfPlan(plan, settings),
		entry: plan.entry
	};
}
