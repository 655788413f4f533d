import type { DialogueState } from './dialogue.ts';

/** Where a dialogue may go from each state. A closed dialogue stays closed; an opened one is never a draft again. */
const moves: Record<DialogueState, readonly DialogueState[]> = {
	draft: ['scheduled', 'open'],
	scheduled: ['draft', 'open'],
	open: ['closing'],
	closing: ['closed'],
	closed: []
};

/** Tells whether a dialogue may go from one state to another; staying is no move. */
export const mayMove = (from: DialogueState, to: DialogueState): boolean => moves[from].includes(to);
