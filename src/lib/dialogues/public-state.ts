import type { DialogueState } from './dialogue.ts';

/** What the public is told of a dialogue's state. */
export type PublicState = 'scheduled' | 'open' | 'closed';

const stateShown: Record<DialogueState, PublicState> = {
	draft: 'scheduled',
	scheduled: 'scheduled',
	open: 'open',
	closing: 'closed',
	closed: 'closed'
};

/** The public word for a state: that the last answers are still being sealed is nobody's concern. */
export const publicState = (state: DialogueState): PublicState => stateShown[state];
