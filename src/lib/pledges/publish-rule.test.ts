import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approvalProblem, mayMove } from './moves.ts';
import { emptyPledge, pledgeStates, type PledgeContent } from './pledge.ts';
import { missingForPublishing, monthsAfter } from './publish-rule.ts';

const today = '2027-03-01';

const whole: PledgeContent = {
	...emptyPledge(),
	...{
		title: 'Ljusare gångvägar',
		sentence: 'Vi lovar att laga belysningen på 14 gångvägar senast 1 november 2027.'
	},
	...{ place: 'Tingvallastaden', validFrom: today, validTo: '2027-11-01', evidenceIds: ['e'] },
	...{ effect: 'Färre undviker gångvägarna.', nextReportOn: '2027-06-01' },
	indicator: {
		...{ kind: 'own-count', ref: '', what: 'Gångvägar med trasig belysning', how: 'Kvällsrunda' },
		...{ unit: 'gångvägar', startValue: 14, targetValue: 0 }
	},
	activities: [
		{
			...{ id: 'a', party: 'municipality', what: 'Byta lampor', target: 14, unit: 'gångvägar', place: '' },
			...{ startsOn: null, dueOn: '2027-11-01', recurrence: '', owner: 'Gatuchef', ownerId: null }
		}
	]
};

const lacks = (change: Partial<PledgeContent>) =>
	missingForPublishing({ ...whole, ...change }, today).map(({ at, code }) => `${at} ${code}`);
const of = (change: Partial<PledgeContent['activities'][0]>) => ({
	activities: [{ ...whole.activities[0]!, ...change }]
});

test('a whole pledge lacks nothing', () => expect(lacks({})).toEqual([]));

test.each<[string, Partial<PledgeContent>]>([
	['title missing', { title: ' ' }],
	['sentence missing', { sentence: '' }],
	['sentence too-many-words', { sentence: 'ord '.repeat(26) }],
	['place missing', { place: '' }],
	['evidence missing', { evidenceIds: [] }],
	['activities missing', { activities: [] }],
	['activities.0.what missing', of({ what: '' })],
	['activities.0.owner missing', of({ owner: ' ' })],
	['activities.0.dueOn missing', of({ dueOn: null })],
	['indicator.what missing', { indicator: { ...whole.indicator, what: '' } }],
	['indicator.startValue missing', { indicator: { ...whole.indicator, startValue: null } }],
	['validTo missing', { validTo: null }],
	['validTo before-start', { validTo: '2027-02-01' }],
	['nextReportOn missing', { nextReportOn: null }],
	['nextReportOn past', { nextReportOn: today }],
	['nextReportOn too-late', { nextReportOn: '2027-09-02' }]
])('%s stops it', (problem, change) => expect(lacks(change)).toEqual([problem]));

test('what recurs needs no last day, and a start of nothing is a start', () => {
	expect(lacks(of({ dueOn: null, recurrence: 'varje torsdag 10–11' }))).toEqual([]);
	expect(lacks({ indicator: { ...whole.indicator, startValue: 0 } })).toEqual([]);
});

test('six months are counted by the calendar', () => {
	expect(monthsAfter('2027-08-31', 6)).toBe('2028-02-29');
	expect(monthsAfter('2027-12-15', 1)).toBe('2028-01-15');
	expect(lacks({ nextReportOn: '2027-09-01' })).toEqual([]);
});

test('a pledge goes one step at a time, and back to a draft only before residents see it', () => {
	fc.assert(
		fc.property(fc.constantFrom(...pledgeStates), fc.constantFrom(...pledgeStates), (from, to) => {
			const step = pledgeStates.indexOf(to) - pledgeStates.indexOf(from) === 1;
			expect(mayMove(from, to)).toBe(step || (to === 'draft' && from !== 'published'));
		})
	);
});

test('two sides are two persons', () => {
	const kim = { side: 'police', personId: 'kim' } as const;
	expect(approvalProblem([kim], { side: 'municipality', personId: 'kim' })).toBe('same-person');
	expect(approvalProblem([kim], { side: 'police', personId: 'ari' })).toBe('approved-already');
	expect(approvalProblem([kim], { side: 'municipality', personId: 'ari' })).toBeUndefined();
});
