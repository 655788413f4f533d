import { describe, expect, test } from 'vitest';
import { checkPoint, checkWalk, reportBackDue } from './walk.ts';

const point = {
	...{
		spot: 'Tunneln',
		category: 'light',
		observation: 'Två lampor är trasiga.',
		responsible: '',
		answer: ''
	},
	...{ status: 'noted', doneOn: null }
};
const problemsOf = (changes: object) => {
	const checked = checkPoint({ ...point, ...changes });
	return checked.ok ? [] : checked.problems.map(({ at, code }) => `${at} ${code}`);
};

describe('a point of a walk', () => {
	test('is enough with a place and what was seen', () => expect(problemsOf({})).toEqual([]));

	test.each([
		[{ spot: ' ' }, 'spot missing'],
		[{ category: 'x' }, 'category missing'],
		[{ status: 'planned' }, 'responsible missing'],
		[{ status: 'done', responsible: 'Tekniska' }, 'doneOn missing'],
		[{ status: 'declined', responsible: 'Tekniska' }, 'answer why'],
		[{ responsible: 'kim@example.se' }, 'responsible personal'],
		[{ responsible: 'Kim 0533-12 34 56' }, 'responsible personal']
	])('%o is mended at %s', (changes, at) => expect(problemsOf(changes)).toEqual([at]));

	test('that is not done has no day', () => {
		const checked = checkPoint({ ...point, doneOn: '2027-03-01' });
		expect(checked.ok && checked.value.doneOn).toBeNull();
	});
});

test('a walk needs a route and a day, and a whole number of people', () => {
	const checked = checkWalk({ route: '', day: 'igår', participants: 2.5, about: '' });
	expect(!checked.ok && checked.problems.map(({ at }) => at)).toEqual(['route', 'day', 'participants']);
});

test('reporting back is due two to three weeks after the walk, until it is done', () => {
	const walk = { day: '2027-03-01', reportedOn: null };
	expect(reportBackDue(walk, '2027-03-14')).toBeNull();
	expect(reportBackDue(walk, '2027-03-15')).toBe('2027-03-22');
	expect(reportBackDue(walk, '2027-05-01')).toBe('2027-03-22');
	expect(reportBackDue({ ...walk, reportedOn: '2027-03-20' }, '2027-05-01')).toBeNull();
});
