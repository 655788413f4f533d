import type { RankedProblem } from './picture.ts';

/** The grounds for choosing that the method names, in its order. */
export const criterionKeys = [
	'common',
	'places',
	'exposed',
	'signal',
	'many',
	'influence',
	'resources',
	'cost'
] as const;
export type CriterionKey = (typeof criterionKeys)[number];

/** A ground and how much it counts, 0–5; own grounds have a name of their own. */
export interface Criterion {
	key: string;
	/** Null for the method's own, which are named in the reader's language. */
	name: string | null;
	weight: number;
}

/** What holds where nobody has said otherwise: how bad it is counts double. */
export const defaultCriteria: readonly Criterion[] = criterionKeys.map((key, index) => ({
	key,
	name: null,
	weight: index < 5 ? 2 : 1
}));

/** The highest score on a ground; 0 is "not at all". */
export const mostScore = 3;

/** What one person thinks of one problem: ground → 0–3; grounds may be left out. */
export type Scores = Record<string, number>;

/**
 * A person's weighed score of a problem, 0–100 of what the grounds they answered could give.
 * @returns null when they answered none that counts
 */
export function weighed(scores: Scores, criteria: readonly Criterion[]): number | null {
	const answered = criteria.filter(({ key, weight }) => scores[key] !== undefined && weight > 0);
	const most = answered.reduce((sum, { weight }) => sum + weight * mostScore, 0);
	if (most === 0) return null;
	const got = answered.reduce((sum, { key, weight }) => sum + weight * scores[key]!, 0);
	return Math.round((got / most) * 100);
}

interface Weighing {
	problems: readonly { id: string; name: string }[];
	criteria: readonly Criterion[];
	/** One per person and problem. */
	assessments: readonly { problemId: string; scores: Scores }[];
}

/** The problems by what several people think of them, the heaviest first; those that nobody has weighed last. */
export function rankProblems({ problems, criteria, assessments }: Weighing): RankedProblem[] {
	const ranked = problems.map(({ id, name }): RankedProblem => {
		const scores = assessments
			.filter(({ problemId }) => problemId === id)
			.flatMap((one) => weighed(one.scores, criteria) ?? []);
		const none = scores.length === 0;
		return {
			problemId: id,
			name,
			score: none ? null : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length),
			lowest: none ? null : Math.min(...scores),
			highest: none ? null : Math.max(...scores),
			assessors: scores.length
		};
	});
	return ranked.sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
}

/** The grounds on which those who weighed a problem are two steps or more apart: something to talk about. */
export function disputed(scores: readonly Scores[], criteria: readonly Criterion[]): Criterion[] {
	return criteria.filter(({ key }) => {
		const given = scores.flatMap((one) => one[key] ?? []);
		return given.length > 1 && Math.max(...given) - Math.min(...given) >= 2;
	});
}
