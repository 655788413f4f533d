import { searchName } from '../place.ts';
import { referenceData } from '../reference/reference-data.ts';
import type { PlacePopulationRow, PlaceRow } from './tables.ts';

type Known = Pick<PlaceRow, 'code' | 'kind' | 'name'> & Partial<PlaceRow>;

const placeRow = (known: Known): PlaceRow => ({
	code: known.code,
	kind: known.kind,
	name: known.name,
	officialName: known.officialName ?? null,
	searchName: searchName(known.name),
	slug: known.slug ?? null,
	parentCode: known.parentCode ?? null,
	countyCode: known.countyCode ?? null,
	districtType: known.districtType ?? null,
	verified: known.verified ?? 1,
	population: known.population ?? null,
	retired: 0
});

const populationWhere = (belongs: (code: string, policeRegion: string) => boolean): number =>
	referenceData.municipalities
		.filter(([code, , , , policeRegion]) => belongs(code, policeRegion))
		.reduce((sum, line) => sum + line[7], 0);

function hierarchyRows(): PlaceRow[] {
	const country = { code: 'se', kind: 'country', name: 'Sverige' } as const;
	const counties = Object.entries(referenceData.counties).map(([code, name]) =>
		placeRow({
			code,
			kind: 'county',
			name,
			parentCode: 'se',
			countyCode: code,
			population: populationWhere((municipality) => municipality.startsWith(code))
		})
	);
	const policeRegions = Object.entries(referenceData.policeRegions).map(([slug, name]) =>
		placeRow({
			code: `pr-${slug}`,
			kind: 'police-region',
			name,
			parentCode: 'se',
			population: populationWhere((_, policeRegion) => policeRegion === slug)
		})
	);
	const localPoliceAreas = referenceData.localPoliceAreas.map(([slug, name, policeRegion, , verified]) =>
		placeRow({
			code: `lpo-${slug}`,
			kind: 'local-police-area',
			name,
			parentCode: `pr-${policeRegion}`,
			verified
		})
	);
	return [
		placeRow({ ...country, population: populationWhere(() => true) }),
		...counties,
		...policeRegions,
		...localPoliceAreas
	];
}

const municipalityRows = (): PlaceRow[] =>
	referenceData.municipalities.map(
		([code, name, officialName, slug, policeRegion, localPoliceArea, confirmed, population]) =>
			placeRow({
				code,
				kind: 'municipality',
				name,
				officialName,
				slug,
				parentCode: localPoliceArea === null ? `pr-${policeRegion}` : `lpo-${localPoliceArea}`,
				countyCode: code.slice(0, 2),
				verified: confirmed === 0 ? 0 : 1,
				population
			})
	);

function districtRows(): PlaceRow[] {
	const district = (municipality: string, known: Omit<Known, 'kind'>) =>
		placeRow({
			code: municipality + known.code,
			kind: 'district',
			name: known.name,
			parentCode: municipality,
			countyCode: municipality.slice(0, 2),
			districtType: known.districtType ?? null,
			population: known.population ?? null
		});
	const regso = Object.entries(referenceData.regso).flatMap(([municipality, areas]) =>
		areas.map(([code, name]) => district(municipality, { code, name, districtType: 'regso' }))
	);
	const localities = Object.entries(referenceData.localities).flatMap(([municipality, areas]) =>
		areas.map(([code, name, population]) =>
			district(municipality, { code, name, districtType: 'locality', population })
		)
	);
	return [...regso, ...localities];
}

/** Every shipped place as a row of the table. */
export const placeRows = (): PlaceRow[] => [...hierarchyRows(), ...municipalityRows(), ...districtRows()];

/** Every shipped population figure as a row of the table; women and men aged 75 and over are estimates. */
export function populationRows(): PlacePopulationRow[] {
	const { countedOn, ageBands, byMunicipality } = referenceData.population;
	return Object.entries(byMunicipality).flatMap(([placeCode, [total, men, women]]) =>
		[['T', total] as const, ['M', men] as const, ['K', women] as const].flatMap(([sex, figures]) =>
			figures.map((population, index): PlacePopulationRow => {
				const ageBand = ageBands[index + ageBands.length - figures.length]!;
				const quality = ageBand === '75+' && sex !== 'T' ? 'estimated' : 'exact';
				return { placeCode, ageBand, sex, countedOn, population, quality };
			})
		)
	);
}
