import type { Language, Texts } from '#lib/i18n/languages.ts';
import type { Channel } from './channel.ts';
import type { Entry } from './plan.ts';
import type { AnonymitySettings } from './settings.ts';

export const dialogueKinds = ['citizen', 'staff', 'partner'] as const;
export type DialogueKind = (typeof dialogueKinds)[number];

/** `closing`: no more answers are taken, the last ones are being sealed. */
export const dialogueStates = ['draft', 'scheduled', 'open', 'closing', 'closed'] as const;
export type DialogueState = (typeof dialogueStates)[number];

/** A questionnaire asked in a place, in a period, through channels. */
export interface Dialogue {
	id: string;
	/** Six digits, for `/d/{code}` and the open interface. */
	code: string;
	placeCode: string;
	slug: string;
	kind: DialogueKind;
	state: DialogueState;
	title: Texts;
	questionnaireId: string;
	version: number;
	opensAt: Date;
	/** The first moment that no answer is taken; null for an ongoing dialogue. */
	closesAt: Date | null;
	/** Calendar days, `YYYY-MM-DD`. */
	resultsDueOn: string;
	pledgesDueOn: string;
	channels: Channel[];
	languages: Language[];
	settings: AnonymitySettings;
	/** Who may answer; frozen at opening. */
	entry: Entry;
	/** The meeting whose step it takes answers for: such a part has no page and stands in no list. Else null. */
	partOf: string | null;
	/** The dialogue that asks the same question; its results are shown together with this part's. Else null. */
	joins: string | null;
}

/**
 * Tells whether an answer sent at `now` counts: the dialogue is open, and `now` lies in its period, whose first moment is
 * inside and whose end is outside.
 */
export const takesAnswers = (
	dialogue: Pick<Dialogue, 'state' | 'opensAt' | 'closesAt'>,
	now: Date
): boolean =>
	dialogue.state === 'open' &&
	dialogue.opensAt.getTime() <= now.getTime() &&
	(dialogue.closesAt === null || now.getTime() < dialogue.closesAt.getTime());

/** Tells whether every answer certainly comes from a person of its own: it was supervised, or it spent a code. */
export const isEachItsOwnSource = ({ settings, entry }: Pick<Dialogue, 'settings' | 'entry'>): boolean =>
	settings.sources === 'each' || entry === 'codes';
