import type { Activity } from '../pledges/activity.ts';
import { emptyPledge, type PledgeContent } from '../pledges/pledge.ts';
import type { ReasonCode } from '../pledges/story.ts';

/** What a pledge rests on: a focus area, an option of Säffle's dialogue of 2017, and a cause in the words of the picture. */
export interface Rests {
	focusArea: string;
	optionKey: string;
	cause: string | null;
}

/** A pledge of the demonstration and what happens to it. Days are `YYYY-MM-DD`. */
export interface PledgePlay {
	content: Omit<PledgeContent, 'evidenceIds' | 'focusAreaId' | 'causeId'>;
	rests: Rests;
	/** The day that both sides approve, sign and publish. */
	publishedOn: string;
	example: boolean;
	/** In the order of time. */
	happens: PledgeEvent[];
}

/** Something that happens to a pledge on a day. */
export type PledgeEvent =
	| {
			day: string;
			kind: 'progress';
			activity: number;
			quantity: number;
			place: string;
			text: string;
			reason?: ReasonCode;
	  }
	| {
			day: string;
			kind: 'report';
			text: string;
			nextReportOn: string | null;
			outcome?: 'done' | 'partly' | 'not-kept';
			reason?: ReasonCode;
			value?: number;
	  }
	| { day: string; kind: 'correction'; field: 'sentence' | 'place'; after: string; why: string }
	| { day: string; kind: 'extension'; to: string; why: string; reason: ReasonCode };

type Words = [party: Activity['party'], what: string, owner: string];

/** An activity in a line: whose, what, who answers for it, and when. */
export const activity = (
	id: string,
	[party, what, owner]: Words,
	rest: Partial<Activity> = {}
): Activity => ({
	...{ id: `demonstration-${id}`, party, what, owner, target: null, unit: '', place: '' },
	...{ startsOn: null, dueOn: null, recurrence: '', ownerId: null },
	...rest
});

/** What a pledge says, with empty parts where nothing is given. */
export const written = (
	content: Partial<PledgePlay['content']> & Pick<PledgeContent, 'title' | 'sentence' | 'indicator'>
): PledgePlay['content'] => {
	const { evidenceIds: _evidence, focusAreaId: _focus, causeId: _cause, ...empty } = emptyPledge();
	return { ...empty, ...content };
};

/** The day some days from now; before it when negative. */
export type DayFromNow = (days: number) => string;
