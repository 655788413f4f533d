import type { ParticipantState } from '../views.ts';
import type { ParticipantSetup } from './participant-view.ts';

/** What a participant's page is made of. */
export interface ParticipantPageData {
	state: ParticipantState;
	setup: ParticipantSetup;
	addresses: {
		/** This page, and this page as it is when nothing is fetched by itself. */
		here: string;
		still: string;
		/** With the form once more, to change an answer. */
		change: string;
		/** The state alone. */
		state: string;
	};
	/** Without a script the page is fetched again and again. */
	refresh: boolean;
	/** The participant has stopped that. */
	still: boolean;
}
