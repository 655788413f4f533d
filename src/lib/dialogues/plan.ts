import type { Channel } from './channel.ts';
import type { DialogueKind } from './dialogue.ts';

export const entries = ['open', 'codes'] as const;

/**
 * `open`: whoever has the link answers. `codes`: each answer needs a one-time code from a printed slip.
 */
export type Entry = (typeof entries)[number];

/**
 * How a draft's questionnaire is going to be asked; days are `YYYY-MM-DD` in Sweden, empty while nobody has chosen.
 * The place is the draft's own.
 */
export interface DialoguePlan {
	kind: DialogueKind;
	/** Empty: on the day it is opened. */
	opensOn: string;
	/** The last day; null for an ongoing dialogue, empty while nobody has chosen. */
	closesOn: string | null;
	resultsDueOn: string;
	pledgesDueOn: string;
	channels: Channel[];
	/** `strict` suits young people and small places, and is what a sensitive question demands. */
	anonymity: 'standard' | 'strict';
	entry: Entry;
}
