import type { ToldPledge } from './pledge.ts';
import type { Correction, Extension, Outcome, Reason } from './story.ts';

interface Happened {
	id: string;
	day: string;
}

/** Something that happened to a pledge, for its history. */
export type HistoryItem =
	| (Happened & { kind: 'published' })
	| (Happened & {
			kind: 'progress';
			what: string;
			quantity: number;
			unit: string;
			place: string;
			text: string;
			outcome: Outcome | null;
			reason: Reason | null;
			photo: { id: string; alternativeText: string } | null;
	  })
	| (Happened & {
			kind: 'report';
			text: string;
			outcome: Outcome | null;
			reason: Reason | null;
			value: number | null;
	  })
	| (Happened & Omit<Correction, 'id' | 'day'> & { kind: 'correction' })
	| (Happened & Omit<Extension, 'id' | 'day'> & { kind: 'extension' });

/** Everything that happened, the latest first; on the same day what was told later comes first. */
export function historyOf({ pledge, story }: ToldPledge): HistoryItem[] {
	const activityOf = (id: string) => pledge.activities.find((activity) => activity.id === id);
	const items: HistoryItem[] = [
		{ kind: 'published', id: pledge.id, day: pledge.publishedOn! },
		...story.progress.map((line) => ({
			...{ kind: 'progress' as const, id: line.id, day: line.day, quantity: line.quantity },
			...{ what: activityOf(line.activityId)?.what ?? '', unit: activityOf(line.activityId)?.unit ?? '' },
			...{ place: line.place, text: line.text, outcome: line.outcome, reason: line.reason },
			photo: line.photo
		})),
		...story.reports.map(({ id, day, text, outcome, reason, value }) => ({
			...{ kind: 'report' as const, id, day, text, outcome, reason, value }
		})),
		...story.corrections.map((one) => ({ ...one, kind: 'correction' as const })),
		...story.extensions.map((one) => ({ ...one, kind: 'extension' as const }))
	];
	return items.sort((a, b) => a.day.localeCompare(b.day)).reverse();
}
