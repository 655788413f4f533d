import type { Dialogue } from './dialogue.ts';
import { endOfDayInclusive } from './period.ts';

/** The public thread: Fråga · Resultat · Lägesbild · Löfte · Uppföljning. */
export const phases = ['question', 'result', 'situation', 'pledge', 'follow-up'] as const;

export type Phase = (typeof phases)[number];

/** What has been published of a dialogue. */
export interface Published {
	hasRelease: boolean;
	hasSituation?: boolean;
	hasPledge?: boolean;
	hasFollowUp?: boolean;
}

/** Something that was promised for a day. */
export interface Due {
	/** The last day, `YYYY-MM-DD`. */
	dueOn: string;
	come: boolean;
	/** The day has passed and it has not come: "Resultatet skulle ha kommit 1 juni". */
	overdue: boolean;
}

/** Where a dialogue stands in its thread, and how the promised dates have been kept. */
export interface ThreadPosition {
	present: Phase;
	results: Due;
	/** Null where none are promised: staff and partners are answered by the feedback on their page. */
	pledges: Due | null;
}

const due = (dueOn: string, come: boolean, now: Date): Due => ({
	dueOn,
	come,
	overdue: !come && now.getTime() >= endOfDayInclusive(dueOn).getTime()
});

function presentPhase(dialogue: Pick<Dialogue, 'state'>, published: Published): Phase {
	if (published.hasFollowUp) return 'follow-up';
	if (published.hasPledge) return 'pledge';
	if (published.hasSituation) return 'situation';
	return dialogue.state === 'closing' || dialogue.state === 'closed' ? 'result' : 'question';
}

/**
 * The phase that a dialogue's page opens at: the question until it closes, then the latest step that has been
 * published. A promised day counts as a whole in Sweden; the date is overdue from the next day.
 */
export const phaseOf = (
	dialogue: Pick<Dialogue, 'state' | 'kind' | 'resultsDueOn' | 'pledgesDueOn'>,
	now: Date,
	published: Published
): ThreadPosition => ({
	present: presentPhase(dialogue, published),
	results: due(dialogue.resultsDueOn, published.hasRelease, now),
	pledges:
		dialogue.kind === 'citizen' || published.hasPledge
			? due(dialogue.pledgesDueOn, published.hasPledge === true, now)
			: null
});
