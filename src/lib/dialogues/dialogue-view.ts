import { inLanguage, type Language } from '../i18n/languages.ts';
import type { Dialogue, DialogueKind, DialogueState } from './dialogue.ts';
import { dayOf } from './period.ts';

/** A dialogue as a resident's page shows it, in one language; days are `YYYY-MM-DD`. */
export interface DialogueView {
	code: string;
	slug: string;
	title: string;
	kind: DialogueKind;
	state: DialogueState;
	opensOn: string;
	/** The last day that answers are taken; null for an ongoing dialogue. */
	lastDay: string | null;
	resultsDueOn: string;
	pledgesDueOn: string;
	/** Least number of people that a number stands for. */
	crowd: number;
}

/** What a resident's page shows of a dialogue, in `language`. */
export const dialogueView = (dialogue: Dialogue, language: Language): DialogueView => ({
	code: dialogue.code,
	slug: dialogue.slug,
	title: inLanguage(dialogue.title, language),
	kind: dialogue.kind,
	state: dialogue.state,
	opensOn: dayOf(dialogue.opensAt),
	lastDay: dialogue.closesAt && dayOf(new Date(dialogue.closesAt.getTime() - 1)),
	resultsDueOn: dialogue.resultsDueOn,
	pledgesDueOn: dialogue.pledgesDueOn,
	crowd: dialogue.settings.crowd
});
