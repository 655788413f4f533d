import { expect, test } from 'vitest';
import { defaultCriteria, disputed, rankProblems, weighed } from './priority.ts';

const all = (score: number) => Object.fromEntries(defaultCriteria.map(({ key }) => [key, score]));

test('a score is the share of what the answered grounds could give, by weight', () => {
	expect(weighed(all(3), defaultCriteria)).toBe(100);
	expect(weighed({ common: 3, cost: 0 }, defaultCriteria)).toBe(67);
	expect(weighed({}, defaultCriteria)).toBeNull();
	expect(weighed({ common: 3 }, [{ key: 'common', name: null, weight: 0 }])).toBeNull();
});

test('several people rank the problems, and how far apart they are is seen', () => {
	const problems = ['light', 'drugs', 'litter'].map((id) => ({ id, name: id }));
	const assessments = [
		{ problemId: 'light', scores: all(1) },
		{ problemId: 'drugs', scores: all(3) },
		{ problemId: 'drugs', scores: all(2) }
	];
	const ranked = rankProblems({ problems, criteria: defaultCriteria, assessments });
	expect(ranked.map(({ problemId, score }) => [problemId, score])).toEqual([
		['drugs', 84],
		['light', 33],
		['litter', null]
	]);
	expect(ranked[0]).toMatchObject({ lowest: 67, highest: 100, assessors: 2 });
	const apart = disputed(
		[
			{ common: 0, cost: 2 },
			{ common: 2, cost: 3 }
		],
		defaultCriteria
	);
	expect(apart.map(({ key }) => key)).toEqual(['common']);
});
