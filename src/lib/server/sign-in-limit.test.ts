import { expect, test } from 'vitest';
import { isCostly, isFlood } from './sign-in-limit.ts';

const start = new Date('2027-03-01T12:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

test('a network may send six hundred sign-in forms in two minutes, then it waits', () => {
	const floods = Array.from({ length: 1000 }, () => isFlood('a', start));
	expect(floods.indexOf(true)).toBe(600);
	expect(isFlood('a', later(1))).toBe(true);
	expect(isFlood('b', later(1))).toBe(false);
	expect(isFlood('a', later(3))).toBe(false);
});

test.each<[string, string | null, boolean]>([
	['POST', '/(sign-in)/logga-in', true],
	['POST', '/(sign-in)/inbjudan/[token]', true],
	['POST', '/(sign-in)/installera/[token]', true],
	['GET', '/(sign-in)/logga-in/organisation/[id]', true],
	['GET', '/(sign-in)/logga-in', false],
	['POST', '/(resident)/[kommun=municipality]/dialog/[slug]/svara', false],
	['POST', null, false]
])('%s %s is counted: %s', (method, routeId, expected) => {
	expect(isCostly({ method, routeId })).toBe(expected);
});
