import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityStatus, doneOf, isReportOverdue, isUnexplained, pledgeStatus } from './pledge-status.ts';
import type { Activity } from './activity.ts';
import { emptyPledge } from './pledge.ts';
import type { Outcome, PledgeStory, Progress } from './story.ts';

const activity = (change: Partial<Activity> = {}): Activity => ({
	...{ id: 'walks', party: 'joint', what: 'Trygghetsvandring', target: 4, unit: 'vandringar' },
	...{ place: 'Tingvallastaden', startsOn: '2027-02-01', dueOn: '2027-06-30', recurrence: '' },
	...{ owner: 'Områdespolis', ownerId: null },
	...change
});

const pledge = (activities: Activity[], change: object = {}) => ({
	...emptyPledge(),
	...{ validFrom: '2027-01-01', validTo: '2027-12-31', nextReportOn: '2027-06-01', activities },
	outcome: null as Outcome | null,
	...change
});

const line = (change: Partial<Progress> = {}): Progress => ({
	...{ id: 'p', activityId: 'walks', day: '2027-03-01', quantity: 1, place: '', text: 'Gjort.' },
	...{ outcome: null, reason: null, photo: null },
	...change
});

const story = (change: Partial<PledgeStory> = {}): PledgeStory => ({
	...{ progress: [], reports: [], corrections: [], extensions: [] },
	...change
});

const at = (today: string, one = activity(), progress: Progress[] = []) =>
	activityStatus(one, { pledge: pledge([one]), progress, today });

describe('an activity', () => {
	test('is planned before it begins, ongoing from its first day, late the day after its last', () => {
		expect(at('2027-01-31')).toBe('planned');
		expect(at('2027-02-01')).toBe('ongoing');
		expect(at('2027-06-30')).toBe('ongoing');
		expect(at('2027-07-01')).toBe('late');
	});

	test('is ongoing as soon as something has been done, and done when as much as was promised is', () => {
		expect(at('2027-01-15', activity(), [line()])).toBe('ongoing');
		expect(at('2027-08-01', activity(), [line({ quantity: 3 })])).toBe('late');
		expect(at('2027-08-01', activity(), [line({ quantity: 3 }), line({ quantity: 1 })])).toBe('done');
	});

	test('adds parts without odd decimals', () =>
		expect(doneOf('walks', [line({ quantity: 0.1 }), line({ quantity: 0.2 })])).toBe(0.3));

	test('that recurs runs for as long as the pledge holds', () => {
		const weekly = activity({ dueOn: null, recurrence: 'varje torsdag 10–11', target: null });
		expect(at('2027-12-31', weekly)).toBe('ongoing');
		expect(at('2028-01-01', weekly)).toBe('late');
	});

	test('stays as it was declared last, whatever the clock and the count say', () => {
		const declared = [line({ outcome: 'done' }), line({ outcome: 'not-kept' })];
		expect(at('2030-01-01', activity(), declared)).toBe('not-kept');
	});
});

describe('a pledge', () => {
	const status = (today: string, told = story(), change: object = {}) =>
		pledgeStatus(pledge([activity()], change), told, today);

	test('becomes late by itself when an activity or the pledge itself passes its last day', () => {
		expect(status('2027-01-01')).toBe('planned');
		expect(status('2027-03-01')).toBe('ongoing');
		expect(status('2027-07-01')).toBe('late');
		expect(pledgeStatus(pledge([activity({ dueOn: '2029-01-01' })]), story(), '2028-01-01')).toBe('late');
	});

	test('is done when every activity is, and says extended while it runs on a longer time', () => {
		const extension = { id: 'x', day: '2027-07-01', from: '2027-06-30', to: '2027-12-31', why: 'Snö.' };
		const reason = { code: 'season', text: '' } as const;
		expect(status('2027-07-01', story({ progress: [line({ quantity: 4 })] }))).toBe('done');
		expect(status('2027-03-01', story({ extensions: [{ ...extension, reason }] }))).toBe('extended');
		expect(status('2027-07-01', story({ extensions: [{ ...extension, reason }] }))).toBe('late');
	});

	test('that has ended stays as it was declared', () =>
		expect(status('2031-01-01', story(), { outcome: 'partly' })).toBe('partly'));

	test('owes word from the day after it was promised, until it comes or the pledge has ended', () => {
		const running = pledge([activity()]);
		expect(isReportOverdue(running, '2027-06-01')).toBe(false);
		expect(isReportOverdue(running, '2027-06-02')).toBe(true);
		expect(isReportOverdue({ ...running, outcome: 'done' }, '2027-06-02')).toBe(false);
	});

	test('that is late owes a reason until one is given after it became late', () => {
		const report = { id: 'r', day: '2027-07-05', text: 'Frost.', outcome: null, value: null } as const;
		const told = { ...report, nextReportOn: '2027-09-01', reason: { code: 'season', text: '' } as const };
		expect(isUnexplained(pledge([activity()]), story(), '2027-06-30')).toBe(false);
		expect(isUnexplained(pledge([activity()]), story(), '2027-07-06')).toBe(true);
		expect(isUnexplained(pledge([activity()]), story({ reports: [told] }), '2027-07-06')).toBe(false);
		const before = { ...told, day: '2027-05-05' };
		expect(isUnexplained(pledge([activity()]), story({ reports: [before] }), '2027-07-06')).toBe(true);
	});
});

test('time alone never makes a pledge better: once late it stays so until somebody acts', () => {
	const day = fc
		.integer({ min: 0, max: 1500 })
		.map((days) => new Date(Date.UTC(2027, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
	const order = ['planned', 'ongoing', 'extended', 'late'];
	fc.assert(
		fc.property(day, day, day, fc.integer({ min: 0, max: 3 }), (due, a, b, quantity) => {
			const one = pledge([activity({ dueOn: due }), activity({ id: 'other', dueOn: null, recurrence: 'x' })]);
			const told = story({ progress: quantity > 0 ? [line({ quantity })] : [] });
			const [earlier, later] = [a, b].sort().map((today) => pledgeStatus(one, told, today));
			expect(order.indexOf(later!)).toBeGreaterThanOrEqual(order.indexOf(earlier!));
		})
	);
});
