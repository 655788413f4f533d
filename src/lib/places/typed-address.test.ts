import { expect, test } from 'vitest';
import { typedAddress } from './typed-address.ts';

test.each([
	['/Saffle', '/saffle'],
	['/s%C3%A4ffle', '/saffle'],
	['/sa%CC%88ffle', '/saffle'],
	['/S%C3%84FFLE/dialog/Trygg', '/saffle/dialog/Trygg'],
	['/EN/saffle', '/en/saffle'],
	['/EN/Saffle/om', '/en/saffle/om'],
	['/saffle/', null],
	['/UPPLANDS-V%C3%84SBY', '/upplands-vasby'],
	['/MOTE/840500', '/mote/840500'],
	['/m%C3%B6te/840500', '/mote/840500'],
	['/AR/Mote/840500', '/ar/mote/840500'],
	['/E/649901', '/e/649901'],
	['/EN', '/en']
])('%s means %s', (typed, meant) => {
	expect(typedAddress(typed)?.path ?? null).toBe(meant);
});

test('a municipality is told, since it must exist', () => {
	expect(typedAddress('/EN/Saffle/om')).toEqual({ path: '/en/saffle/om', municipality: 'saffle' });
	expect(typedAddress('/MOTE/840500')).toEqual({ path: '/mote/840500' });
});

test.each([
	...[
		'/',
		'/saffle',
		'/en/saffle/dialog/Trygg',
		'/mote/840500',
		'/en',
		'//Saffle',
		'/en//Saffle',
		'/%E0%A4%A'
	],
	...[
		'/Arbete',
		'/ARBETE/konto',
		'/Api/v1/places',
		'/D/482913',
		'/EN/D/482913',
		'/MOTE',
		'/MOTE/840500/lage'
	],
	...[
		'/KIOSK/Abc',
		'/Falt/Abc',
		'/SKARM/Abc',
		'/Styr/Abc',
		'/Inbjudan/Abc',
		'/en/Aterstall/Abc',
		'/Logga-in'
	],
	...['/Favicon.svg', '/%5C%5Cevil.example', '/Saffle%2F..', '/.well-known/Saffle', '/EN/Arbete']
])('%s is never guessed', (path) => {
	expect(typedAddress(path)).toBeNull();
});
