import { expect, test } from 'vitest';
import { insteadOf, isStaffRoute, returnPath } from './staff-route.ts';

test.each([
	['/arbete/personer?plats=1785', '/arbete/personer?plats=1785'],
	['/en/arbete/logg', '/arbete/logg'],
	['/arbete', '/arbete']
])('after signing in one comes back to %s', (wanted, path) => {
	expect(returnPath(wanted)).toBe(path);
});

test.each([
	null,
	'',
	'https://ond.example/arbete',
	'//ond.example/arbete',
	'/\\ond.example/arbete',
	'/arbete/..//ond.example',
	'/arbete/../../saffle',
	'/arbete\\@ond.example',
	'/arbete\n//ond.example',
	'/arbetet',
	'/saffle',
	'arbete',
	'javascript:alert(1)//arbete',
	'/arbete/%0d%0aset-cookie:x//'
])('nothing leads to another site: %j', (wanted) => {
	expect(returnPath(wanted)).toBe('/arbete');
});

const at = (path: string) => new URL(path, 'http://localhost');

test('sessions are read on the pages of the staff and nowhere else', () => {
	expect(isStaffRoute('/arbete')).toBe(true);
	expect(isStaffRoute('/arbete/platser/[code]')).toBe(true);
	expect(isStaffRoute('/(sign-in)/logga-in')).toBe(true);
	expect(isStaffRoute('/(resident)/[kommun=municipality]')).toBe(false);
	expect(isStaffRoute('/arbeten')).toBe(false);
	expect(isStaffRoute(null)).toBe(false);
});

test('a visitor is asked to sign in and comes back to the page', () => {
	expect(insteadOf('/arbete/logg', at('/arbete/logg?sida=2'), null)).toBe(
		'/logga-in?vidare=%2Farbete%2Flogg%3Fsida%3D2'
	);
	expect(insteadOf('/arbete', at('/arbete'), null)).toBe('/logga-in');
	expect(insteadOf('/(sign-in)/logga-in', at('/logga-in'), null)).toBe(null);
});

test('who owes a second step takes it, and who has none adds one first', () => {
	expect(insteadOf('/arbete', at('/arbete'), { needs: 'second-factor' })).toBe('/logga-in/tvasteg');
	expect(insteadOf('/arbete', at('/arbete'), { needs: 'enrol' })).toBe('/arbete/konto');
	expect(insteadOf('/arbete/konto', at('/arbete/konto'), { needs: 'enrol' })).toBe(null);
	expect(insteadOf('/arbete', at('/arbete'), { needs: null })).toBe(null);
});
