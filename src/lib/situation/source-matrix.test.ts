import { describe, expect, test } from 'vitest';
import type { Evidence } from './evidence.ts';
import type { SituationProblem } from './problem.ts';
import { matrixRow, verdictOf } from './source-matrix.ts';

const evidence = (id: string, kind: Evidence['kind'], frozen: Evidence['frozen']): Evidence => ({
	...{ id, placeCode: '1785', kind, statement: id, figure: null, n: null, day: '2027-03-01' },
	...{ selection: '', source: '', href: null, seq: null, frozen, withdrawn: false, about: null },
	takenOn: '2027-03-01'
});

const result = (id: string, share: number, rank: number, kind = 'citizen') =>
	evidence(id, 'result', {
		dialogue: { kind },
		question: { n: 100, options: [{ key: 'a', count: share * 100, share, rank }] },
		optionKey: 'a'
	});

const problem = (evidenceIds: string[], overrules: SituationProblem['overrules'] = {}): SituationProblem => ({
	...{ id: 'p', placeCode: '1785', name: 'Mörka stråk', note: '', evidenceIds, overrules, ended: false }
});

const strengths = (found: Evidence[], overrules: SituationProblem['overrules'] = {}) =>
	matrixRow(
		problem(
			found.map(({ id }) => id),
			overrules
		),
		found
	);

describe('the source matrix', () => {
	test.each([
		[0.25, 7, 'strong'],
		[0.24, 4, 'some'],
		[0.12, 3, 'strong'],
		[0.1, 4, 'some'],
		[0.09, 1, 'none']
	])('a share of %s at rank %s is %s', (share, rank, strength) => {
		expect(strengths([result('a', share, rank)]).cells[0]).toMatchObject({ ruled: strength });
	});

	test.each([
		[0.15, 'strong'],
		[0.05, 'some'],
		[0.04, 'none'],
		[-0.3, 'none'],
		[null, 'some']
	])('a statistic that has become worse by %s is %s', (worse, strength) => {
		expect(strengths([evidence('s', 'series', { worse })]).cells[2]).toMatchObject({ ruled: strength });
	});

	test('tells staff from citizens, and counted dots never show anything strongly', () => {
		const row = strengths([result('a', 0.6, 1, 'staff'), evidence('t', 'tally', {})]);
		expect(row.cells.map(({ strength }) => strength)).toEqual(['some', 'strong', null]);
	});

	test('sources differ when one sees clearly what another does not see', () => {
		const row = strengths([result('a', 0.6, 1), evidence('s', 'series', { worse: -0.2 })]);
		expect(row.verdict).toBe('differ');
		expect(verdictOf([{ strength: 'strong' }, { strength: 'some' }, { strength: null }])).toBe('agree');
		expect(verdictOf([{ strength: 'strong' }, { strength: null }])).toBe('one-source');
	});

	test('what people overrule counts, with its reason, and what was taken back does not', () => {
		const back = { ...result('a', 0.6, 1), withdrawn: true };
		const overrules = { statistics: { strength: 'none', reason: 'Få anmäler' } } as const;
		const row = strengths([back, evidence('s', 'series', { worse: 0.5 })], overrules);
		expect(row.cells[0]).toMatchObject({ ruled: null, evidenceIds: [] });
		expect(row.cells[2]).toMatchObject({ ruled: 'strong', strength: 'none', reason: 'Få anmäler' });
	});
});
