import type { Cause, Evidence, FocusArea } from './evidence.ts';
import type { SituationProblem } from './problem.ts';

/** Where the chain from evidence over cause to focus area is broken. */
export const gapKinds = [
	'focus-without-evidence',
	'focus-without-cause',
	'problem-without-evidence',
	'cause-without-evidence',
	'cause-without-focus',
	'evidence-unused',
	'withdrawn-in-use'
] as const;
export type GapKind = (typeof gapKinds)[number];

export interface Gap {
	kind: GapKind;
	/** The id of what hangs loose, and what it is called. */
	id: string;
	name: string;
}

export interface Chain {
	evidence: readonly Evidence[];
	problems: readonly SituationProblem[];
	causes: readonly Cause[];
	focusAreas: readonly FocusArea[];
	/** Evidence that a picture shows. */
	shownIds: readonly string[];
}

const gap = (kind: GapKind, { id, name }: { id: string; name: string }): Gap => ({ kind, id, name });

/** A cause counts as taken up when a focus area takes it up, or one that stands above or below it. */
function takenUp(cause: Cause, causes: readonly Cause[], taken: ReadonlySet<string>): boolean {
	const above = (one: Cause | undefined): boolean =>
		one !== undefined && (taken.has(one.id) || above(causes.find(({ id }) => id === one.parentId)));
	const below = (one: Cause): boolean =>
		taken.has(one.id) || causes.some((other) => other.parentId === one.id && below(other));
	return above(cause) || below(cause);
}

/** What hangs loose in a place: the warnings along evidence → cause → focus area. What has ended is left out. */
export function chainGaps({ evidence, problems, causes, focusAreas, shownIds }: Chain): Gap[] {
	const focus = focusAreas.filter(({ ended }) => !ended);
	const open = problems.filter(({ ended }) => !ended);
	const mine = causes.filter(({ problemId }) => open.some(({ id }) => id === problemId));
	const taken = new Set(focus.flatMap(({ causeIds }) => causeIds));
	const used = new Set(
		[...open, ...mine, ...focus].flatMap(({ evidenceIds }) => evidenceIds).concat(shownIds)
	);
	const named = (cause: Cause) => ({ id: cause.id, name: cause.text });
	const tops = mine.filter(({ parentId }) => parentId === null);
	return [
		...focus
			.filter(({ evidenceIds }) => evidenceIds.length === 0)
			.map((one) => gap('focus-without-evidence', one)),
		...focus.filter(({ causeIds }) => causeIds.length === 0).map((one) => gap('focus-without-cause', one)),
		...open
			.filter(({ evidenceIds }) => evidenceIds.length === 0)
			.map((one) => gap('problem-without-evidence', one)),
		...tops
			.filter(({ evidenceIds }) => evidenceIds.length === 0)
			.map((one) => gap('cause-without-evidence', named(one))),
		...tops.filter((one) => !takenUp(one, mine, taken)).map((one) => gap('cause-without-focus', named(one))),
		...evidence
			.filter(({ id, withdrawn }) => !used.has(id) && !withdrawn)
			.map(({ id, statement }) => gap('evidence-unused', { id, name: statement })),
		...evidence
			.filter(({ id, withdrawn }) => used.has(id) && withdrawn)
			.map(({ id, statement }) => gap('withdrawn-in-use', { id, name: statement }))
	];
}
