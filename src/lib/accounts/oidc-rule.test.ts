import { describe, expect, test } from 'vitest';
import { issuerAllowed, personName, ruleHolds, signInTrusted } from './oidc-rule.ts';

describe('a rule', () => {
	const claims = {
		department: 'safety',
		groups: ['police', 'coordinators'],
		realm_access: { roles: ['editor'] },
		'https://example.se/roles': ['officer'],
		level: 3,
		email: 'kim@example.se',
		aud: 'lyhord'
	};

	test.each([
		['department', 'safety', true],
		['department', 'safe', false],
		['department', 'Safety', false],
		['groups', 'police', true],
		['groups', 'police,coordinators', false],
		['groups.0', 'police', false],
		['realm_access.roles', 'editor', true],
		['realm_access', '[object Object]', false],
		['https://example.se/roles', 'officer', true],
		['level', '3', true],
		['missing', 'undefined', false],
		['constructor.name', 'Object', false],
		['__proto__', '[object Object]', false],
		['email', 'kim@example.se', false],
		['aud', 'lyhord', false]
	])('on %s = %s: %s', (claim, value, holds) => {
		expect(ruleHolds({ claim, value }, claims)).toBe(holds);
	});
});

describe('a sign-in elsewhere counts as a second factor', () => {
	test.each([
		[
			'never when the administrator trusts nothing',
			{ amr: [], acr: [] },
			{ amr: ['mfa'], acr: 'high' },
			false
		],
		['by its methods', { amr: ['mfa', 'hwk'], acr: [] }, { amr: ['pwd', 'mfa'] }, true],
		['by its level', { amr: [], acr: ['high'] }, { acr: 'high' }, true],
		['not by other methods', { amr: ['mfa'], acr: [] }, { amr: ['pwd'] }, false],
		['not by a text that holds the word', { amr: ['mfa'], acr: [] }, { amr: 'mfa' }, false],
		['not when nothing is said', { amr: ['mfa'], acr: ['high'] }, {}, false]
	])('%s', (_name, trusted, claims, counts) => {
		expect(signInTrusted(trusted, claims)).toBe(counts);
	});
});

describe('an issuer', () => {
	test.each([
		['https://login.example.se', true],
		['https://login.example.se/tenant/v2.0', true],
		['https://login.example.se/.well-known/openid-configuration', false],
		['https://kim:word@login.example.se', false],
		['https://login.example.se/?x=1', false],
		['https://login.example.se/#x', false],
		['http://login.example.se', false],
		['http://localhost:4000', false],
		['file:///etc/passwd', false],
		['javascript:alert(1)', false],
		['', false]
	])('"%s": %s', (issuer, allowed) => {
		expect(issuerAllowed(issuer, false)).toBe(allowed);
	});

	test.each([
		['http://localhost:4000', true],
		['http://127.0.0.1:4000', true],
		['http://localhost.example.se', false],
		['http://169.254.169.254', false]
	])('"%s" where tests run: %s', (issuer, allowed) => {
		expect(issuerAllowed(issuer, true)).toBe(allowed);
	});
});

test('a person is shown by the name that the organisation gives, on one line', () => {
	expect(personName({ name: 'Kim\n Exempel' })).toBe('Kim Exempel');
	expect(personName({ given_name: 'Kim', family_name: 'Exempel' })).toBe('Kim Exempel');
	expect(personName({ preferred_username: 'kim01' })).toBe('kim01');
	expect(personName({ name: 17 })).toBe('Namn saknas');
	expect(personName({ name: 'x'.repeat(500) })).toHaveLength(120);
});
