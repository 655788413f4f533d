import type { DialogueKind, DialogueState } from '../dialogue.ts';
import type { DialoguePlan, Entry } from '../plan.ts';

export interface DialogueRow {
	id: string;
	code: string;
	placeCode: string;
	slug: string;
	kind: DialogueKind;
	state: DialogueState;
	/** Texts as JSON. */
	title: string;
	questionnaireId: string;
	version: number;
	/** Milliseconds since 1970, UTC. */
	opensAt: number;
	closesAt: number | null;
	/** Calendar days. */
	resultsDueOn: string;
	pledgesDueOn: string;
	/** Arrays as JSON. */
	channels: string;
	languages: string;
	crowd: number;
	insiders: number;
	freshness: number | null;
	coin: number;
	sources: 'distinct' | 'each';
	sealEverySeconds: number;
	entry: Entry;
	/** The meeting whose step it takes answers for; null for a dialogue of its own. */
	partOf: string | null;
	/** The dialogue whose results it joins. */
	joins: string | null;
}

/** How a draft is going to be asked, see DialoguePlan; goes with its draft. */
export interface DialoguePlanRow {
	draftId: string;
	kind: DialogueKind;
	opensOn: string;
	closesOn: string | null;
	resultsDueOn: string;
	pledgesDueOn: string;
	/** Array as JSON. */
	channels: string;
	anonymity: DialoguePlan['anonymity'];
	entry: Entry;
}

export interface DialoguesTables {
	dialogue: DialogueRow;
	dialoguePlan: DialoguePlanRow;
}
