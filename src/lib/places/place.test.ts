import { describe, expect, test } from 'vitest';
import { defaultSender, searchForms, searchName } from './place.ts';

describe('a name is searched', () => {
	test.each([
		['Säffle', 'saffle'],
		['Säffle kommun', 'saffle'],
		['SÄFFLE', 'saffle'],
		['Malung–Sälen', 'malung salen'],
		['Malung-Sälen', 'malung salen'],
		['  Upplands   Väsby ', 'upplands vasby'],
		['Region Gotland', 'gotland'],
		['Värmlands län', 'varmlands'],
		['Lokalpolisområde Arvika', 'arvika'],
		['Bruksvallarna/Våålleh', 'bruksvallarna vaalleh'],
		['Kommun', 'kommun'],
		['%_', '']
	])('"%s" as "%s"', (name, searched) => {
		expect(searchName(name)).toBe(searched);
	});

	test.each([
		['Säffles', ['saffles', 'saffle']],
		['Österåkers kommun', ['osterakers', 'osteraker']],
		['säffle kom', ['saffle kom', 'saffle']],
		['saf', ['saf']],
		[' ', []]
	])('"%s" by the forms %j', (query, forms) => {
		expect(searchForms(query)).toEqual(forms);
	});
});

describe('who asks when nobody has said', () => {
	test.each([
		['Säffle kommun och Polisen', { kind: 'municipality', name: 'Säffle', officialName: 'Säffle kommun' }],
		['Region Gotland och Polisen', { kind: 'municipality', name: 'Gotland', officialName: 'Region Gotland' }],
		['Polisen, lokalpolisområde Arvika', { kind: 'local-police-area', name: 'Arvika', officialName: null }],
		['Polisen, region Bergslagen', { kind: 'police-region', name: 'Bergslagen', officialName: null }],
		['Polisen', { kind: 'county', name: 'Värmlands län', officialName: null }]
	] as const)('is "%s"', (sender, place) => {
		expect(defaultSender(place)).toBe(sender);
	});
});
