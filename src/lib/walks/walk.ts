import * as v from 'valibot';
import type { Outcome, Problem } from '#lib/server/problem.ts';

/** A safety walk: people look at a neighbourhood together, and somebody answers for each point. */
export interface Walk {
	id: string;
	placeCode: string;
	/** Part of the public address. */
	slug: string;
	dialogueId: string | null;
	/** "Centrum–Järnvägsgatan" */
	route: string;
	/** `YYYY-MM-DD` */
	day: string;
	/** How many walked along; null until it has been walked. */
	participants: number | null;
	/** What it was about, in a few sentences; empty for nothing. */
	about: string;
	/** The day the protocol was published; null for a draft. */
	publishedOn: string | null;
	/** The day those who walked along were told what came of it. */
	reportedOn: string | null;
}

/** What a point is about. */
export const pointCategories = [
	'light',
	'traffic',
	'greenery',
	'litter',
	'damage',
	'building',
	'meeting-place',
	'visibility',
	'good',
	'other'
] as const;
export type PointCategory = (typeof pointCategories)[number];

/** `noted`: nobody has answered yet; `declined`: it is not done, and the answer says why. */
export const pointStatuses = ['noted', 'planned', 'ongoing', 'done', 'declined'] as const;
export type PointStatus = (typeof pointStatuses)[number];

/** A photo of a point; its bytes have an address of their own. */
export interface PointPhoto {
	id: string;
	alternativeText: string;
	width: number;
	height: number;
}

/** One stop of a walk. */
export interface WalkPoint {
	id: string;
	/** 1, 2, 3 … in the order of the walk. */
	number: number;
	spot: string;
	category: PointCategory;
	observation: string;
	/** Who answers for it: an organisation or a role, never a person. Empty until somebody does. */
	responsible: string;
	answer: string;
	status: PointStatus;
	/** `YYYY-MM-DD`; null unless done. */
	doneOn: string | null;
	photo: PointPhoto | null;
}

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long'));
const needed = (most: number) => v.pipe(text(most), v.nonEmpty('missing'));
const day = v.pipe(v.string(), v.isoDate('missing'));

const walkSchema = v.object({
	route: needed(80),
	day,
	participants: v.nullable(
		v.pipe(v.number('not-whole'), v.integer('not-whole'), v.minValue(0), v.maxValue(999))
	),
	about: text(1000)
});

const pointSchema = v.object({
	spot: needed(80),
	category: v.picklist(pointCategories, 'missing'),
	observation: needed(600),
	responsible: text(80),
	answer: text(1000),
	status: v.picklist(pointStatuses, 'missing'),
	doneOn: v.nullable(day)
});

export type WalkInput = v.InferOutput<typeof walkSchema>;
export type PointInput = v.InferOutput<typeof pointSchema>;

const problemsOf = (issues: readonly v.BaseIssue<unknown>[]): Problem[] =>
	issues.map((issue) => ({ at: v.getDotPath(issue) ?? '', code: issue.message, detail: issue.message }));

/** Checks a walk as it was written; problems at its fields. */
export function checkWalk(input: unknown): Outcome<WalkInput> {
	const parsed = v.safeParse(walkSchema, input);
	return parsed.success
		? { ok: true, value: parsed.output }
		: { ok: false, problems: problemsOf(parsed.issues) };
}

const addressing = /@|\+?\d[\d\s-]{6,}\d/;

/**
 * Checks a point as it was written. What is done says when, what is declined says why, and what is planned, ongoing or
 * done says whose it is; an organisation or a role answers for it, nobody's address or number.
 */
export function checkPoint(input: unknown): Outcome<PointInput> {
	const parsed = v.safeParse(pointSchema, input);
	if (!parsed.success) return { ok: false, problems: problemsOf(parsed.issues) };
	const { status, doneOn, answer, responsible } = parsed.output;
	const problem = (at: string, code: string): Problem => ({ at, code, detail: `${at} ${code}` });
	const problems = [
		...(status === 'done' && doneOn === null ? [problem('doneOn', 'missing')] : []),
		...(status === 'declined' && answer === '' ? [problem('answer', 'why')] : []),
		...(status !== 'noted' && responsible === '' ? [problem('responsible', 'missing')] : []),
		...(addressing.test(responsible) ? [problem('responsible', 'personal')] : [])
	];
	if (problems.length > 0) return { ok: false, problems };
	return { ok: true, value: { ...parsed.output, doneOn: status === 'done' ? doneOn : null } };
}

/** Days after the walk within which those who walked along are told what comes of it: from, and at the latest. */
export const reportBackDays = { from: 14, latest: 21 };

const dayMs = 24 * 60 * 60 * 1000;

/** The day `days` after a calendar day. */
export const dayAfter = (from: string, days: number): string =>
	new Date(Date.parse(`${from}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The last day to report back on a walk, once it is time to; null before, and when it has been done. */
export function reportBackDue(walk: Pick<Walk, 'day' | 'reportedOn'>, today: string): string | null {
	const { from, latest } = reportBackDays;
	if (walk.reportedOn !== null || today < dayAfter(walk.day, from)) return null;
	return dayAfter(walk.day, latest);
}
