import { expect, test } from 'vitest';
import { matchAreas, type KnownPlace } from './area-match.ts';

const place = (code: string, name: string, kind: KnownPlace['kind'], officialName: string | null = null) => ({
	...{ code, name, kind, officialName }
});
const match = matchAreas([
	place('se', 'Sverige', 'country'),
	place('17', 'Värmlands län', 'county'),
	place('09', 'Gotlands län', 'county'),
	place('01', 'Stockholms län', 'county'),
	place('0180', 'Stockholm', 'municipality', 'Stockholms stad'),
	place('0980', 'Gotland', 'municipality', 'Region Gotland'),
	place('1785', 'Säffle', 'municipality', 'Säffle kommun'),
	place('1490', 'Borås', 'municipality', 'Borås Stad'),
	place('0305', 'Håbo', 'municipality', 'Håbo kommun'),
	place('0643', 'Habo', 'municipality', 'Habo kommun'),
	place('2023', 'Malung-Sälen', 'municipality', 'Malung-Sälens kommun'),
	place('lpo-arvika', 'Arvika', 'local-police-area'),
	place('1784', 'Arvika', 'municipality', 'Arvika kommun'),
	place('1785R001', 'Centrum', 'district')
]);
const codeOf = (code: string, name = '') => match({ code, name })?.code ?? null;

test.each([
	['1785', '1785'],
	['17', '17'],
	['00', 'se'],
	['0000', 'se'],
	['0017', '17'],
	['1785R001', '1785R001'],
	['1785r001', '1785R001'],
	['9999', null]
])('the code %s is %s', (code, found) => expect(codeOf(code)).toBe(found));

test.each([
	['Säffle', '1785'],
	['Säffle kommun', '1785'],
	['SÄFFLE', '1785'],
	['Säffles kommun', '1785'],
	['Säffles', '1785'],
	['Saffle', '1785'],
	['Borås', '1490'],
	['Borås Stad', '1490'],
	['Malung–Sälen', '2023'],
	['Malung - Sälens kommun', '2023'],
	['Håbo', '0305'],
	['Habo', '0643'],
	['Arvika', '1784'],
	['Stockholm', '0180'],
	['Stockholms län', '01'],
	['Region Stockholm', '01'],
	['Värmlands län', '17'],
	['Region Värmland', '17'],
	['Region Gotland', '09'],
	['Gotland', '0980'],
	['Hela riket', 'se'],
	['Hela landet', 'se'],
	['Riket', 'se'],
	['Canada', null],
	['', null]
])('"%s" is %s', (name, found) => expect(codeOf('', name)).toBe(found));

test('a code that is not known gives way to a name that is', () => {
	expect(codeOf('X1', 'Säffle')).toBe('1785');
});
