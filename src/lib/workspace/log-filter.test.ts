import { expect, test } from 'vitest';
import { logFilter } from './log-filter.ts';

const filterOf = (query: string) => logFilter(new URLSearchParams(query));

test('both days of a filter are included, as days in Sweden', () => {
	expect(filterOf('fran=2027-03-28&till=2027-03-28')).toMatchObject({
		from: new Date('2027-03-27T23:00:00Z'),
		until: new Date('2027-03-28T22:00:00Z')
	});
});

test('a known action and a person narrow the log', () => {
	expect(filterOf('person=k3_x-1&handelse=session.started&fore=12')).toMatchObject({
		personId: 'k3_x-1',
		action: 'session.started',
		beforeSeq: 12
	});
});

test.each(['fran=igar', 'till=2027-02-30', 'handelse=allt', "person=';--", 'fore=-1', 'fore=1e9', ''])(
	'what cannot be read filters nothing: %s',
	(query) => {
		expect(Object.values(filterOf(query)).filter((value) => value !== undefined)).toEqual([]);
	}
);
