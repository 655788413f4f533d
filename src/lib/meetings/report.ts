import type { Texts } from '#lib/i18n/languages.ts';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import type { Meeting } from './meeting.ts';
import type { StepKind, TallyContent } from './step.ts';

/** What came of one step. Answers, counted hands and texts stand apart: they are never added up. */
export interface ReportStep {
	id: string;
	/** 1, 2, 3 … of the agenda. */
	number: number;
	kind: StepKind;
	heading: Texts;
	/** Released numbers of the step's own question; null for steps without, and before the first release. */
	result: ResultQuestion | null;
	/** Its results are shown in the dialogue too, together with other channels. */
	joins: boolean;
	tally: { method: TallyContent['method']; rows: { key: string; text: Texts; count: number }[] } | null;
	/** Read and released by a person. */
	texts: { id: string; text: string }[];
	themes: { name: string; count: number }[];
}

/** A meeting's report, made by itself from what has been released. */
export interface MeetingReport {
	meeting: Meeting;
	/**
	 * At least so many took part: the largest number of answers to one step, as the same people answer several. Null
	 * before the first release.
	 */
	participants: number | null;
	/** Steps that people took part in, in their order. */
	steps: ReportStep[];
}

/** How many took part at least. */
export function leastParticipants(answered: readonly (number | null)[]): number | null {
	const known = answered.filter((n) => n !== null);
	return known.length === 0 ? null : Math.max(...known);
}
