import { expect, test } from 'vitest';
import { chainGaps, type Chain } from './chain-gaps.ts';
import type { Cause, Evidence, FocusArea } from './evidence.ts';
import type { SituationProblem } from './problem.ts';

const placeCode = '1785';
const evidence = (id: string, withdrawn = false) => ({ id, placeCode, statement: id, withdrawn }) as Evidence;
const problem = (id: string, evidenceIds: string[], ended = false) =>
	({ id, name: id, evidenceIds, ended }) as SituationProblem;
const cause = (id: string, parentId: string | null, evidenceIds: string[] = []) =>
	({ id, text: id, parentId, problemId: 'p', evidenceIds }) as Cause;
const focus = (id: string, evidenceIds: string[], causeIds: string[], ended = false) =>
	({ id, name: id, evidenceIds, causeIds, ended }) as FocusArea;

const whole: Chain = {
	evidence: [evidence('e1'), evidence('e2')],
	problems: [problem('p', ['e1'])],
	causes: [cause('c', null, ['e2']), cause('below', 'c')],
	focusAreas: [focus('f', ['e1'], ['below'])],
	shownIds: []
};

test('a whole chain has no gaps, also where the focus area takes up a cause below', () => {
	expect(chainGaps(whole)).toEqual([]);
});

test('everything that hangs loose is named, and what has ended is not', () => {
	const gaps = chainGaps({
		evidence: [evidence('e1', true), evidence('e2'), evidence('e3')],
		problems: [problem('p', ['e1']), problem('empty', []), problem('old', [], true)],
		causes: [cause('c', null)],
		focusAreas: [focus('f', [], []), focus('over', [], [], true)],
		shownIds: ['e2']
	});
	expect(gaps.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
		'focus-without-evidence f',
		'focus-without-cause f',
		'problem-without-evidence empty',
		'cause-without-evidence c',
		'cause-without-focus c',
		'evidence-unused e3',
		'withdrawn-in-use e1'
	]);
});
