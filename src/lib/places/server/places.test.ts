import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { findPlaces } from './find-places.ts';
import { importReferencePlaces } from './import-reference-places.ts';
import { listDistricts } from './list-districts.ts';
import { readMunicipality, readPlace } from './read-place.ts';
import { readPlaceProfile } from './read-place-profile.ts';
import { savePlaceProfile } from './save-place-profile.ts';

onBothEngines('places', (createContext) => {
	test('a place is read by its code with the place above it', async () => {
		expect(await readPlace(await createContext(), '1785')).toEqual({
			code: '1785',
			kind: 'municipality',
			name: 'Säffle',
			officialName: 'Säffle kommun',
			slug: 'saffle',
			parentCode: 'lpo-arvika',
			parentName: 'Arvika',
			countyCode: '17',
			verified: true,
			population: 15011
		});
	});

	test('a municipality is read by its address, and nothing else is', async () => {
		const ctx = await createContext();
		expect(await readMunicipality(ctx, 'saffle')).toMatchObject({ code: '1785' });
		await expect(readMunicipality(ctx, 'arvika-omradet')).rejects.toMatchObject({ code: 'not-found' });
		await expect(readPlace(ctx, '9999')).rejects.toMatchObject({ code: 'not-found' });
	});

	test.each([
		['saf', '1785'],
		['Säffle', '1785'],
		['SAFFLE KOMMUN', '1785'],
		['Säffles', '1785'],
		['malung–sälens kommun', '2023'],
		['väsby', '0114'],
		['håbo', '0305'],
		['habo', '0643'],
		['borås stad', '1490'],
		['region gotland', '0980'],
		['värmlands län', '17'],
		['lokalpolisområde västra mälardalen', 'lpo-vastra-malardalen'],
		['svanskog', '1785TB102']
	])('"%s" finds %s first', async (query, code) => {
		const [first] = await findPlaces(await createContext(), { query });
		expect(first?.code).toBe(code);
	});

	test('names that begin with the query come first, municipalities before other places', async () => {
		const found = await findPlaces(await createContext(), { query: 'mora', limit: 4 });
		expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
			'municipality Mora',
			'local-police-area Mora',
			'district Mora',
			'district Mora centrala'
		]);
	});

	test('only the kinds asked for are found', async () => {
		const found = await findPlaces(await createContext(), { query: 'väsby', kinds: ['municipality'] });
		expect(found.map(({ name }) => name)).toEqual(['Upplands Väsby']);
	});

	test('nothing, signs and nonsense find no place', async () => {
		const ctx = await createContext();
		for (const query of ['', '  ', '%', '_', "' or 1=1 --", 'qqqq'])
			expect(await findPlaces(ctx, { query }), query).toEqual([]);
	});

	test('the districts of a municipality have different names', async () => {
		const ctx = await createContext();
		const saffle = await listDistricts(ctx, '1785');
		expect(saffle.map(({ name }) => name)).toEqual([
			'Annelund-Billerud-Lugnadal',
			'Höglunda-Hermes-Norelund',
			'Långserud-Gillberga-Nysäter',
			'Olof Trätälja-Villan-Flå',
			'Rolfserud-Tingvalla-Treabackarna',
			'Rudsbyn-Svanskog',
			'Sundstorp-Sund-Tuvan',
			'Värmlandsnäs',
			'Västra Kila-Tveta',
			'Östra Kila-Värmlandsbro-Södra Ny'
		]);
		expect(saffle[0]).toEqual({ code: '1785R001', name: 'Annelund-Billerud-Lugnadal', type: 'regso' });
		const gothenburg = await listDistricts(ctx, '1480');
		expect(new Set(gothenburg.map(({ name }) => name)).size).toBe(gothenburg.length);
	});

	test('a municipality with a single district has nothing to choose from', async () => {
		expect(await listDistricts(await createContext(), '2506')).toEqual([]);
	});

	test('a municipality without a saved profile shows itself and the police, without contact', async () => {
		const ctx = await createContext();
		expect(await readPlaceProfile(ctx, '1785')).toEqual({
			placeCode: '1785',
			sender: 'Säffle kommun och Polisen',
			contactEmail: null,
			contactPhone: null
		});
		await expect(readPlaceProfile(ctx, '9999')).rejects.toMatchObject({ code: 'not-found' });
	});

	test('a saved profile is read back, and replaced by the next', async () => {
		const ctx = await createContext();
		const profile = {
			placeCode: '1785',
			sender: 'Säffle kommun och Polisen',
			contactEmail: 'trygghet@example.se',
			contactPhone: '0533-68 10 00'
		};
		expect(await savePlaceProfile(ctx, { ...profile, sender: 'Polisen' })).toMatchObject({ ok: true });
		expect(await savePlaceProfile(ctx, profile)).toEqual({ ok: true, value: profile });
		expect(await readPlaceProfile(ctx, '1785')).toEqual(profile);
	});

	test('a profile without sender or with a broken address is refused', async () => {
		const ctx = await createContext();
		const outcome = await savePlaceProfile(ctx, {
			placeCode: '1785',
			sender: ' ',
			contactEmail: 'trygghet',
			contactPhone: null
		});
		expect(outcome).toMatchObject({
			ok: false,
			problems: [
				{ at: 'sender', code: 'missing' },
				{ at: 'contactEmail', code: 'invalid-email' }
			]
		});
		expect(await readPlaceProfile(ctx, '1785')).toMatchObject({ contactEmail: null });
	});
});

onBothEngines('the import of reference places', (createContext) => {
	test('does nothing when the database holds the same data', async () => {
		const { db } = await createContext();
		expect(await importReferencePlaces(db)).toBe(false);
	});

	test('replaces other data, keeps profiles, and retires places that are not shipped', async () => {
		const ctx = await createContext();
		const { db } = ctx;
		await savePlaceProfile(ctx, { placeCode: '1785', sender: 'Vi', contactEmail: null, contactPhone: null });
		await db.updateTable('placeReference').set({ version: 'older' }).execute();
		await db
			.updateTable('place')
			.set({ name: 'Seffle', searchName: 'seffle' })
			.where('code', '=', '1785')
			.execute();
		await db.updateTable('place').set({ code: '1785R099' }).where('code', '=', '1785R001').execute();
		expect(await importReferencePlaces(db)).toBe(true);
		expect(await readPlace(ctx, '1785')).toMatchObject({ name: 'Säffle' });
		expect(await readPlace(ctx, '1785R099')).toMatchObject({ name: 'Annelund-Billerud-Lugnadal' });
		const districts = await listDistricts(ctx, '1785');
		expect(districts.map(({ code }) => code)).toContain('1785R001');
		expect(districts.length).toBe(10);
		expect(await readPlaceProfile(ctx, '1785')).toMatchObject({ sender: 'Vi' });
	});
});
