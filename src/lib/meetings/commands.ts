/** What a remote can ask for. */
export type RemoteCommand =
	| { do: 'start' }
	/** Opens a step; one that is open closes. */
	| { do: 'go'; stepId: string }
	/** Stops taking answers, in ten seconds. */
	| { do: 'close' }
	| { do: 'undo' }
	/** Shows the results as they are released. */
	| { do: 'grow' }
	/** Shows the results that are released now. */
	| { do: 'reveal' }
	| { do: 'freeze' }
	| { do: 'hide-results' }
	| { do: 'blank' }
	| { do: 'unblank' }
	| { do: 'extend'; seconds: number }
	/** Adds a step after the current one: a question of the bank by key, hands on own words, one that was asked again. */
	| {
			do: 'add';
			what:
				| { questionKey: string }
				| { handsOn: string; options: string[] }
				| { pauseMinutes: number }
				| { again: string };
	  }
	| { do: 'end' };

/** What a remote can ask for besides: about itself, and what is entered on it. */
export type DeviceCommand =
	| RemoteCommand
	/** The remote asks for its PIN from now on. */
	| { do: 'lock' }
	| { do: 'unlock'; pin: string }
	/** Offers to steer from another phone; the answer holds the offer. */
	| { do: 'hand-over' }
	/** Hands or dots, by option key; what was entered before is replaced. */
	| { do: 'count'; stepId: string; counts: Record<string, number> }
	/** Lets simulated participants answer; in a rehearsal and in the demonstration only. */
	| { do: 'simulate'; count: number };

/** The answer to a command. */
export interface CommandAnswer {
	revision: number;
	/** `hand-over`: the path that the other phone opens, until when (milliseconds since 1970). */
	offer?: { path: string; until: number };
}
