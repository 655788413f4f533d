import { expect, test } from 'vitest';
import { secureRandom } from '#lib/server/random.ts';
import { answeredChallenge, passkeyName, relyingParty } from './passkey.ts';
import { preSession, preSessionCookie } from './pre-session.ts';

const said = (data: unknown) => Buffer.from(JSON.stringify(data)).toString('base64url');

test('a passkey belongs to the host of the service', () => {
	expect(relyingParty(new URL('https://dialog.example.se/logga-in'))).toEqual({
		id: 'dialog.example.se',
		origin: 'https://dialog.example.se',
		name: 'Lyhörd'
	});
});

test('a passkey has a name of one line', () => {
	expect(passkeyName('  Min\ttelefon ')).toBe('Min telefon');
	expect(passkeyName('')).toBe('Passkey');
	expect(passkeyName('å'.repeat(100))).toHaveLength(60);
});

test('a challenge is read from what a browser says, and from nothing else', () => {
	expect(answeredChallenge(said({ challenge: 'abc' }))).toBe('abc');
	expect(answeredChallenge(said({ challenge: 'abc', crossOrigin: true }))).toBeUndefined();
	for (const wrong of [
		undefined,
		7,
		'',
		'no json',
		said(null),
		said('abc'),
		said({ challenge: 7 }),
		'A'.repeat(5000)
	])
		expect(answeredChallenge(wrong)).toBeUndefined();
});

test('a browser keeps the cookie of its sign-in, and gets a new one for anything that is not ours', () => {
	const value = preSession(secureRandom, undefined);
	expect(value).toMatch(/^[\w-]{22}$/);
	expect(preSession(secureRandom, value)).toBe(value);
	expect(preSession(secureRandom, 'short')).toMatch(/^[\w-]{22}$/);
	expect(preSessionCookie(true)).toEqual({
		name: '__Host-attempt',
		options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 600 }
	});
	expect(preSessionCookie(false).name).toBe('attempt');
});
