import { describe, expect, test } from 'vitest';
import type { DialogueState } from './dialogue.ts';
import { phaseOf, type Published } from './phase.ts';

const dates = { kind: 'citizen' as const, resultsDueOn: '2027-06-01', pledgesDueOn: '2027-10-31' };
const none: Published = { hasRelease: false };
const released: Published = { hasRelease: true };
const march = new Date('2027-03-01T12:00:00Z');

describe('the thread opens', () => {
	test.each<[DialogueState, Published, string]>([
		['scheduled', none, 'question'],
		['open', none, 'question'],
		['open', released, 'question'],
		['closing', none, 'result'],
		['closed', none, 'result'],
		['closed', released, 'result'],
		['closed', { hasRelease: true, hasSituation: true }, 'situation'],
		['closed', { hasRelease: true, hasSituation: true, hasPledge: true }, 'pledge'],
		['closed', { hasRelease: true, hasPledge: true, hasFollowUp: true }, 'follow-up']
	])('of a dialogue that is %s with %j at %s', (state, published, phase) => {
		expect(phaseOf({ state, ...dates }, march, published).present).toBe(phase);
	});
});

describe('a promised date', () => {
	test.each([
		['2027-06-01T21:59:59Z', false],
		['2027-06-01T22:00:00Z', true]
	])('of results is at %s overdue: %s', (now, overdue) => {
		const { results } = phaseOf({ state: 'closed', ...dates }, new Date(now), none);
		expect(results).toEqual({ dueOn: '2027-06-01', come: false, overdue });
	});

	test('of results is kept by a release', () => {
		const { results } = phaseOf({ state: 'closed', ...dates }, new Date('2028-01-01'), released);
		expect(results).toEqual({ dueOn: '2027-06-01', come: true, overdue: false });
	});

	test.each([
		['2027-10-31T22:59:59Z', false],
		['2027-10-31T23:00:00Z', true]
	])('of pledges is at %s, when clocks have changed, overdue: %s', (now, overdue) => {
		const { pledges } = phaseOf({ state: 'closed', ...dates }, new Date(now), released);
		expect(pledges).toEqual({ dueOn: '2027-10-31', come: false, overdue });
	});

	test('of pledges is not given to staff, unless their words led to one', () => {
		const late = new Date('2028-01-01');
		const staff = { state: 'closed' as const, ...dates, kind: 'staff' as const };
		expect(phaseOf(staff, late, released).pledges).toBeNull();
		expect(phaseOf(staff, late, { hasRelease: true, hasPledge: true }).pledges).toMatchObject({
			come: true
		});
	});
});
